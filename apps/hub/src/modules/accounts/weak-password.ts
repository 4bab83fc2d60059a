/** Passwords of ten characters and more that are tried first by everybody who tries. */
const common = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 0987654321 9876543210 1q2w3e4r5t 1q2w3e4r5t6y qwertyuiop
  qwertyuiop123 qwerty12345 qwerty123456 qwerty1234 qwertzuiop azertyuiop asdfghjkl1 asdfghjkl; zxcvbnm123 1qaz2wsx3edc
  q1w2e3r4t5 q1w2e3r4t5y6 password12 password123 password1234 password12345 passw0rd123 passwordpassword p@ssword123
  p@ssw0rd123 letmein123 letmein1234 iloveyou123 iloveyou12 iloveyou1234 welcome123 welcome1234 administrator admin12345
  admin123456 changeme123 changeme1234 sunshine123 princess123 football123 baseball123 superman123 trustno1234
  abcdefghij abcdefghijk abcd123456 abcde12345 abc1234567 abc123abc123 aa12345678 michael123 jordan12345 computer123
  internet123 samsung123 whatever123 starwars123 liverpool123 chelsea123 arsenal123 manchester pokemon123 naruto1234
  correcthorsebatterystaple openbadges badgealliance badge-alliance badges12345`.split(/\s+/),
);

/** True when somebody who knows the name and the address, or a list of common passwords, is soon there. */
export function isWeakPassword(password: string, personal: string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 4 || common.has(plain) || isRun(plain)) return true;
  const words = personal.flatMap(wordsOf).sort((a, b) => b.length - a.length);
  return words.reduce((rest, word) => rest.replaceAll(word, ''), plain).length < 5;
}

/** The address, its parts, the name and its words: five letters at least have to be something else. */
function wordsOf(text: string): string[] {
  const whole = text.toLowerCase();
  return [whole, whole.replace(/\s+/g, ''), ...whole.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= 4);
}

/** abcdefghijkl, 98765432109 */
function isRun(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1;
}
