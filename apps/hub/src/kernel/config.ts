/** The settings of one hub, read once at the start (see `config.ts` of the program and docs/configuration.md). */
export interface Config {
  mode: 'production' | 'development' | 'test';
  host: string;
  port: number;
  /** The port was asked for: take it or stop. */
  portFixed: boolean;
  /** Absolute path of the data folder. */
  data: string;
  databaseUrl?: string;
  /** The public address, without a slash at its end; undefined: the address the hub listens on. */
  baseUrl?: string;
  /** 32 bytes, base64url; undefined: the file made on first start. */
  secretKey?: string;
  smtpUrl?: string;
  mailFrom: string;
  /** host or host:port entries that the guarded fetch may reach although they are private or plain http. */
  fetchAllow: string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  metricsToken?: string;
  metricsPort?: number;
  /** How many proxies in front of the hub may be believed about the visitor's address. */
  trustedProxies: number;
  /** Bytes. */
  uploadLimit: number;
  /** Seconds between the press of the button and the first letter, in which an award can be taken back. */
  undoSeconds: number;
  /** Days after which an unclaimed award loses its personal data. */
  unclaimedDays: number;
}
