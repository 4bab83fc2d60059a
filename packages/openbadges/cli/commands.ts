import type { Command } from './command.ts';

/** The commands in the order in which help lists them; each is loaded only when it is needed. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
  inspect: async () => (await import('./inspect-command.ts')).inspectCommand,
  keygen: async () => (await import('./keygen-command.ts')).keygenCommand,
  sign: async () => (await import('./sign-command.ts')).signCommand,
  issue: async () => (await import('./issue-command.ts')).issueCommand,
  bake: async () => (await import('./bake-command.ts')).bakeCommand,
  unbake: async () => (await import('./unbake-command.ts')).unbakeCommand,
  status: async () => (await import('./status-command.ts')).statusCommand,
  did: async () => (await import('./did-command.ts')).didCommand,
  convert: async () => (await import('./convert-command.ts')).convertCommand,
  jose: async () => (await import('./jose-command.ts')).joseCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
  completion: async () => (await import('./completion-command.ts')).completionCommand,
};

export function loadCommands(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}
