import { bakePng } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { achievementPicture, findAchievement } from '../achievements/index.ts';
import { fileNameOf, isJws } from './files-model.ts';
import type { Holding } from './model.ts';
import { ownAchievement } from './shelf-model.ts';

export interface NamedFile {
  name: string;
  holding: Holding;
  kind: 'document' | 'original' | 'picture' | 'baked';
  read: () => Promise<Uint8Array>;
}

/** The files of some holdings, each under a name that is safe and its own. Nothing is read yet. */
export function namedFiles(app: Pick<App, 'config' | 'db' | 'files'>, holdings: Holding[]): NamedFile[] {
  const taken = new Set<string>();
  return holdings.flatMap((holding) => {
    const folder = unique(taken, fileNameOf(holding.view.name, '').slice(0, -1));
    const { carrierFile, imageFile, document } = holding;
    const files: NamedFile[] = [
      {
        name: `${folder}/${isJws(document) ? 'badge.jwt' : 'badge.json'}`,
        holding,
        kind: 'document',
        read: async () => Buffer.from(document),
      },
    ];
    const ending = endingOf(holding);
    if (carrierFile) {
      const read = () => bytesOf(app, carrierFile);
      files.push({ name: `${folder}/original.${ending}`, holding, kind: 'original', read });
    }
    if (imageFile)
      files.push({ name: `${folder}/picture.png`, holding, kind: 'picture', read: () => bytesOf(app, imageFile) });
    const achievement = ownAchievement(holding);
    if (achievement) {
      const read = () => baked(app, achievement, document);
      files.push({ name: `${folder}/badge.png`, holding, kind: 'baked', read });
    }
    return files;
  });
}

/** A badge of this hub as the picture that proves itself. */
async function baked(app: Pick<App, 'config' | 'db' | 'files'>, id: Id<'ach'>, document: string): Promise<Uint8Array> {
  const achievement = await findAchievement(app.db, id);
  if (!achievement) throw new Error(`achievement ${id} of a holding is gone`);
  return bakePng(await achievementPicture(app, achievement, 'png'), document);
}

/** Names that differ only in case fall together on some systems. */
function unique(taken: Set<string>, name: string): string {
  let one = name;
  for (let count = 2; taken.has(one.toLowerCase()); count++) one = `${name}-${count}`;
  taken.add(one.toLowerCase());
  return one;
}

function endingOf({ format }: Holding): string {
  return format.carrier === 'url' ? 'txt' : format.carrier;
}

async function bytesOf(app: Pick<App, 'files'>, id: NonNullable<Holding['carrierFile']>): Promise<Uint8Array> {
  const file = await app.files.read(id);
  if (!file) throw new Error(`file ${id} of a holding is gone`);
  return file.bytes;
}
