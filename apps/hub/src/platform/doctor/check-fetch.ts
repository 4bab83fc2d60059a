import type { App } from '../../kernel/app.ts';
import { about, type Finding } from './finding.ts';

const say = about('fetching');

export async function checkFetch({ config }: Pick<App, 'config'>): Promise<Finding[]> {
  if (config.fetchAllow.length === 0) return [say.ok('Only public addresses are fetched')];
  const list = config.fetchAllow.join(', ');
  return [
    say.warn(
      `These are fetched although they may be private: ${list}`,
      'Shorten BA_FETCH_ALLOW when that is not wanted.',
    ),
  ];
}
