import { findQrReader, type QrReader } from './find-qr-reader.ts';

const pause = 150;

/** Reads a QR code with the camera into a text field and sends its form. Shown only where there is a camera to ask. */
export class QrCamera extends HTMLElement {
  #stream: MediaStream | undefined;

  connectedCallback(): void {
    if (!navigator.mediaDevices?.getUserMedia) return;
    this.hidden = false;
    this.#button()?.addEventListener('click', () => {
      if (this.#stream) this.#end();
      else this.#begin().catch(() => this.#refused());
    });
  }

  disconnectedCallback(): void {
    this.#end();
  }

  async #begin(): Promise<void> {
    const video = this.querySelector('video');
    if (!video) return;
    this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    video.srcObject = this.#stream;
    video.hidden = false;
    this.#label('stop');
    await video.play();
    await this.#look(video, await findQrReader());
  }

  async #look(video: HTMLVideoElement, read: QrReader): Promise<void> {
    while (this.#stream) {
      const text = await read(video);
      if (text) return this.#found(text);
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }

  #found(text: string): void {
    this.#end();
    const into = document.getElementById(this.dataset.into ?? '');
    if (!(into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement)) return;
    into.value = text;
    into.form?.requestSubmit();
  }

  #end(): void {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    const video = this.querySelector('video');
    if (video) video.hidden = true;
    this.#label('start');
  }

  #refused(): void {
    this.#end();
    const place = this.querySelector('[role="status"]');
    if (place) place.textContent = this.dataset.refused ?? '';
  }

  #label(act: 'start' | 'stop'): void {
    const label = this.querySelector('[data-label]');
    if (label) label.textContent = this.dataset[act] ?? '';
  }

  #button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }
}
