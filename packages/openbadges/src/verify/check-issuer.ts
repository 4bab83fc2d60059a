import { check } from './check.ts';
import type { TrustList } from './environment.ts';
import type { Check } from './report.ts';

/** What is known about an issuer whose key is proven: who lists it, else what kind of identity it has. Never a cross. */
export function checkIssuer(issuer: string, isProven: boolean, lists: TrustList[] = []): Check {
  if (!isProven) return check('issuer', 'warning', 'issuer.unproven', { issuer });
  for (const list of lists) {
    const entry = list.issuers.find(({ id }) => normalized(id) === normalized(issuer));
    if (entry) return listed(list, entry);
  }
  const domain = domainOf(issuer);
  if (domain) return check('issuer', 'warning', 'issuer.domain-proven', { issuer, domain });
  return check('issuer', 'warning', 'issuer.self-declared', { issuer });
}

/** The host behind a did:web or an address. */
export function domainOf(issuer: string): string | undefined {
  if (issuer.startsWith('did:web:')) return hostOf(issuer.slice('did:web:'.length).split(':')[0] ?? '');
  return /^https?:/.test(issuer) && URL.canParse(issuer) ? new URL(issuer).host : undefined;
}

function listed({ name, url }: TrustList, { as, since, name: issuerName }: TrustList['issuers'][number]): Check {
  const code = as
    ? since
      ? 'issuer.listed-as-since'
      : 'issuer.listed-as'
    : since
      ? 'issuer.listed-since'
      : 'issuer.listed';
  return check('issuer', 'passed', code, { list: name, url, as, since, name: issuerName });
}

function normalized(id: string): string {
  return id.trim().replace(/\/$/, '');
}

/** A port is written as %3A (did:web §2.2). */
function hostOf(text: string): string {
  return text.replace(/%3A/gi, ':');
}
