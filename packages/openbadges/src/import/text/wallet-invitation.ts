import { isObject } from '../../model/json.ts';

/** Schemes that open a wallet: OpenID4VCI, SIOP, OpenID4VP, HAIP, DIDComm, and requests of learner wallets. */
const walletScheme =
  /^(openid-credential-offer|openid-initiate-issuance|openid-vc|openid4vp|openid|siopv2|(eudi|mdoc)-openid4vp|haip(-vci|-vp)?|didcomm|dccrequest):/i;

/** Parameters of the same requests when a web address stands for the wallet. */
const offers = ['credential_offer', 'credential_offer_uri'];
const requests = ['request_uri', 'presentation_definition', 'dcql_query', 'vc_request_url'];

/** What kind of invitation a text is that asks a wallet to fetch or show a badge; undefined when it is none. */
export function walletInvitation(text: string): string | undefined {
  const scheme = walletScheme.exec(text)?.[1];
  if (scheme) return scheme.toLowerCase();
  if (text.length > 16_384 || !/^https?:\/\/\S+\?/i.test(text) || !URL.canParse(text)) return undefined;
  const { searchParams } = new URL(text);
  if (offers.some((name) => searchParams.has(name))) return 'credential offer';
  if (searchParams.has('oob') || searchParams.has('_oob')) return 'DIDComm';
  return requests.some((name) => searchParams.has(name)) ? 'credential request' : undefined;
}

/** The offer or request itself, as JSON (OpenID4VCI §4.1.1, OpenID4VP §5). */
export function isWalletMessage(json: unknown): boolean {
  if (!isObject(json)) return false;
  const isOffer = json.credential_issuer !== undefined && json.credential_configuration_ids !== undefined;
  return isOffer || json.dcql_query !== undefined || json.presentation_definition !== undefined;
}
