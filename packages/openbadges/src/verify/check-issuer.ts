import { federatedIssuer } from '../trust/openid-federation.ts';
import { check } from './check.ts';
import type { KnownIssuer, TrustList } from './environment.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';

/** Where an issuer stands: the check, every list that knows it, and the lists that could not be asked. */
export interface IssuerStanding {
  check: Check;
  /** For the technical part of the report; absent when no list was given. */
  trust?: {
    listedBy: (Omit<KnownIssuer, 'id'> & { list: string; url?: string; origin: string })[];
    notAsked: { list: string; trouble: string }[];
  };
}

/** What is known about an issuer whose key is proven: who lists it, else what kind of identity it has. Never a cross. */
export async function checkIssuer(
  issuer: string,
  isProven: boolean,
  lists: TrustList[] | undefined,
  outside: Outside,
): Promise<IssuerStanding> {
  if (!isProven) return { check: check('issuer', 'warning', 'issuer.unproven', { issuer }) };
  const trust: NonNullable<IssuerStanding['trust']> = { listedBy: [], notAsked: [] };
  for (const list of lists ?? []) {
    const { name, url, origin = 'given' } = list;
    const found = await knownTo(list, issuer, outside);
    if (typeof found === 'string') trust.notAsked.push({ list: name, trouble: found });
    else if (found)
      trust.listedBy.push({ list: name, url, origin, name: found.name, as: found.as, since: found.since });
  }
  const [first] = trust.listedBy;
  return { check: first ? listed(first) : unlisted(issuer), ...(lists?.length ? { trust } : {}) };
}

async function knownTo(list: TrustList, issuer: string, outside: Outside): Promise<KnownIssuer | string | undefined> {
  if (list.trouble) return list.trouble;
  const entry = list.issuers.find(({ id }) => normalized(id) === normalized(issuer));
  if (entry || !list.federation) return entry;
  const found = await federatedIssuer(list.federation, issuer, outside);
  if (found === 'not-asked') return 'unreachable';
  return found === 'unknown' ? undefined : found;
}

function unlisted(issuer: string): Check {
  const domain = domainOf(issuer);
  if (domain) return check('issuer', 'warning', 'issuer.domain-proven', { issuer, domain });
  return check('issuer', 'warning', 'issuer.self-declared', { issuer });
}

/** The host behind a did:web or an address. */
function domainOf(issuer: string): string | undefined {
  if (issuer.startsWith('did:web:')) return hostOf(issuer.slice('did:web:'.length).split(':')[0] ?? '');
  return /^https?:/.test(issuer) && URL.canParse(issuer) ? new URL(issuer).host : undefined;
}

function listed({ list, as, since, ...more }: NonNullable<IssuerStanding['trust']>['listedBy'][number]): Check {
  const code = as
    ? since
      ? 'issuer.listed-as-since'
      : 'issuer.listed-as'
    : since
      ? 'issuer.listed-since'
      : 'issuer.listed';
  return check('issuer', 'passed', code, { list, as, since, ...more });
}

function normalized(id: string): string {
  return id.trim().replace(/\/$/, '');
}

/** A port is written as %3A (did:web §2.2). */
function hostOf(text: string): string {
  return text.replace(/%3A/gi, ':');
}
