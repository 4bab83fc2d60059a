import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { exportIndex } from './export-index-model.ts';
import { namedFiles } from './named-files.ts';
import { issuerName } from './shelf-model.ts';
import { listHoldings } from './store.ts';

/** Words of the readable page inside. */
export interface ExportWords {
  title: string;
  say: string;
  /** Of an issuer of which not even an address is known. */
  unreached: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/**
 * Everything somebody holds as a ZIP: each badge as it came and as text, a list for programs and a page for people.
 * Files are read one after the other while the ZIP is sent.
 */
export async function exportBackpack(app: App, actor: Person, words: ExportWords): Promise<ReadableStream<Uint8Array>> {
  const holdings = await listHoldings(app.db, actor.personId);
  const files = namedFiles(app, holdings);
  const zip = new ZipFile();
  const mtime = app.clock();
  const badges = holdings.map((holding) => ({
    name: holding.view.name,
    issuer: { id: holding.issuerKey, name: issuerName(holding.view) },
    id: holding.credentialKey,
    awardedAt: holding.view.awardedAt,
    acceptedAt: holding.acceptedAt,
    version: holding.format.version,
    verdict: holding.verdict,
    verifiedAt: holding.verifiedAt,
    sha256: holding.sha256,
    files: files.filter((file) => file.holding === holding).map(({ name, kind }) => ({ name, kind })),
  }));
  const list = { hub: app.urls.base, exportedAt: mtime, badges };
  zip.addBuffer(Buffer.from(`${JSON.stringify(list, null, 2)}\n`), 'badges.json', { mtime });
  zip.addBuffer(Buffer.from(exportIndex(badges, words)), 'index.html', { mtime });
  for (const { name, read } of files) {
    // The bytes are fetched when their turn comes, so that one file at a time is in memory.
    zip.addReadStreamLazy(name, { mtime }, (done) => {
      read().then(
        (bytes) => done(null, Readable.from([bytes])),
        (error: unknown) => done(error as Error, Readable.from([])),
      );
    });
  }
  zip.end();
  const out = new PassThrough();
  zip.on('error', (error: Error) => out.destroy(error));
  zip.outputStream.pipe(out);
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}
