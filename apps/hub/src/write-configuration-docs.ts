import { writeFileSync } from 'node:fs';
import { configurationDocs } from './configuration-docs.ts';
import { repositoryPath } from './platform/paths.ts';

writeFileSync(repositoryPath('docs/configuration.md'), configurationDocs());
