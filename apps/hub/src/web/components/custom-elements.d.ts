import type {} from 'hono/jsx';

type Island = Hono.HTMLAttributes & { [attribute: string]: unknown };

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'job-toasts': Island;
      'live-progress': Island;
      'drop-zone': Island;
      'copy-text': Island;
      'reveal-password': Island;
      'qr-camera': Island;
      'badge-preview': Island;
      'design-advice': Island;
      'passkey-sign-in': Island;
      'passkey-register': Island;
    }
  }
}
