import { settings } from './config.ts';
import type { Setting } from './platform/config-reading.ts';

/** docs/configuration.md, made from the settings themselves. */
export function configurationDocs(): string {
  const all: Setting[] = Object.values(settings);
  return `# Configuration

<!-- Made by apps/hub/src/write-configuration-docs.ts; change the settings in apps/hub/src/config.ts instead. -->

The hub runs without any setting. It reads these variables once, at the start; when something is wrong it names every
mistake and stops. A name that begins with \`BA_\` and is not in this list is a mistake too.

A secret can also be read from a file: \`NAME_FILE\` names it (Docker and Kubernetes secrets, systemd credentials).

| variable | option | default | |
| --- | --- | --- | --- |
${all.map(row).join('\n')}

\`--demo\` opens the demo alliance when the hub is empty. \`--allow\` may be given several times.

## In full

${all.map(section).join('\n\n')}
`;
}

const option = ({ flag }: Setting) => (flag ? `\`--${flag}\`` : '');
const standard = ({ fallback }: Setting) => (fallback ? `\`${fallback}\`` : '');

function row(setting: Setting): string {
  const name = `[\`${setting.name}\`](#${setting.name.toLowerCase()})`;
  return `| ${name} | ${option(setting)} | ${standard(setting)} | ${setting.secret ? 'secret' : ''} |`;
}

function section({ name, about, example, secret }: Setting): string {
  const file = secret ? ` Or \`${name}_FILE\`.` : '';
  const shown = example.startsWith('the output of: ') ? `$(${example.slice('the output of: '.length)})` : example;
  return `### ${name}\n\n${about}${file}\n\n    ${name}=${shown}`;
}
