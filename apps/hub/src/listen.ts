import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { CannotStart } from './platform/cannot-start.ts';

type Handler = Parameters<typeof createAdaptorServer>[0]['fetch'];

export interface Listening {
  port: number;
  /** Answers what has begun, takes nothing new, and ends open streams. */
  close(): Promise<void>;
}

/** Listens on the port, or on the next free one when none was asked for. `makeHandler` learns the port. */
export async function listen(
  where: { host: string; port: number; portFixed: boolean },
  makeHandler: (port: number) => Handler,
): Promise<Listening> {
  let handler: Handler | undefined;
  const server = createAdaptorServer({ fetch: (request, env) => (handler as Handler)(request, env) });
  const port = await firstFree(server, where);
  handler = makeHandler(port);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        // pages that listen for news never end by themselves
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1500).unref();
      }),
  };
}

async function firstFree(
  server: ServerType,
  where: { host: string; port: number; portFixed: boolean },
): Promise<number> {
  for (let port = where.port; ; port++) {
    const taken = await tryPort(server, where.host, port);
    if (!taken) return (server.address() as { port: number }).port;
    if (where.portFixed)
      throw new CannotStart(`Port ${port} is in use. Name another one with --port, or leave it out.`);
    if (port - where.port >= 100) throw new CannotStart(`No port from ${where.port} to ${port} is free.`);
  }
}

function tryPort(server: ServerType, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE') return resolve(true);
      if (error.code === 'EACCES')
        return reject(new CannotStart(`This user may not listen on port ${port}. Use one above 1023.`));
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        return reject(new CannotStart(`This machine has no address ${host} to listen on.`));
      reject(error);
    };
    const listening = () => {
      server.off('error', failed);
      resolve(false);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}
