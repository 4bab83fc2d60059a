import type { App } from '../../../kernel/app.ts';
import type { HubContext } from '../../../web/env.ts';
import { eventStream, type SendEvent } from '../../../web/event-stream.ts';
import type { Page } from '../../../web/page.ts';
import { countBatch, findBatch } from '../batch-store.ts';
import { progressSentence } from '../views/going-out.tsx';
import { issuedBatch } from './issuing.ts';

const shortestPause = 500;
const longestPause = 5000;

/** News of a batch for whoever may see it, until it is over. The numbers are those of the page. */
export async function followBatch(app: App, c: HubContext): Promise<Response> {
  const { batch } = await issuedBatch(app, c);
  const page = c.get('page');
  return eventStream(c, async (send, gone) => {
    const news = newsOf(app, `batch:${batch.id}`, gone);
    while (!gone.aborted && (await tell(app, batch.id, send, page))) await news.next();
    news.end();
  });
}

/** False when there will be no more. */
async function tell(app: App, id: string, send: SendEvent, p: Pick<Page, 't' | 'date'>): Promise<boolean> {
  const batch = await findBatch(app.db, id);
  if (!batch) return false;
  if (batch.state === 'checking') {
    await send('progress', { done: batch.checked, total: batch.total });
    return true;
  }
  if (batch.state === 'preview') {
    await send('progress', { done: batch.total, total: batch.total });
    return false;
  }
  const { signed, ready, sent, back, accepted } = await countBatch(app.db, batch.id);
  const isOver = batch.state === 'done' || batch.state === 'stopped';
  // the last row is signed, and the end is being written
  if (!isOver && ready === 0) return true;
  await send('progress', {
    done: signed,
    // all there will be: the page stops listening
    total: isOver ? signed : signed + ready,
    label: progressSentence(p, batch, { signed, ready }, { now: app.clock(), canSend: app.mail.canSend }),
    counts: { signed, sent, back, accepted },
  });
  return !isOver;
}

/** Waits for a message, or for a while; messages that come quickly are told together. */
function newsOf(app: App, channel: string, gone: AbortSignal): { next(): Promise<void>; end(): void } {
  let wake = () => {};
  let heard = false;
  const leave = app.live.subscribe(channel, () => {
    heard = true;
    wake();
  });
  gone.addEventListener('abort', () => wake());
  const pause = (milliseconds: number, early: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        if (!early && !gone.aborted) return;
        clearTimeout(timer);
        resolve();
      };
      if (early && (heard || gone.aborted)) wake();
    });
  return {
    async next() {
      await pause(shortestPause, false);
      await pause(longestPause, true);
      heard = false;
    },
    end: leave,
  };
}
