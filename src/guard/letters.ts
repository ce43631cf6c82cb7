const zeroes = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const alikes =
	"аaвbсcеeһhіiјjкkӏlмmнhоoрpѕsтtуyхxԁdгrпnԛqԝwɡgαaβbεeιiκkνvοoρpτtυuχxγyηnωwıiłløođdħhŧtɑaɩiʏyᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwᴢzօoոnսuհhßsæaœo";
const alike = new Map<string, string>();
for (const [index, letter] of [...alikes].entries()) if (index % 2 === 0) alike.set(letter, [...alikes][index + 1] as string);

/** Letters in a box or a disc, and flags: symbols of which Unicode does not say what letter they are. */
function boxed(code: number): string {
	for (const first of [0x1f150, 0x1f170, 0x1f1e6])
		if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
	return "";
}

const hidden = /^[\p{Cf}\p{M}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]$/u;
const known = new Map<string, string>();

/** One sign of any alphabet as the plain small letters it looks like; empty for what nobody sees. */
function plain(sign: string): string {
	const code = sign.codePointAt(0) as number;
	if (sign === "\n" || sign === "\r" || code === 0x2028 || code === 0x2029) return "\n";
	if (sign === "\t") return " ";
	if (hidden.test(sign)) return "";
	const box = boxed(code);
	if (box) return box;
	const zero = zeroes.find((first) => code >= first && code < first + 10);
	if (zero) return String(code - zero);
	if (/^[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]$/u.test(sign)) return "-";
	if (/^[\u2018\u2019\u201b\u00b4\u0060\u02bc\u2032]$/u.test(sign)) return "'";
	const parts = [...sign.normalize("NFKD").toLowerCase()].slice(0, 4);
	return parts.map((part) => (hidden.test(part) ? "" : (alike.get(part) ?? part))).join("");
}

export interface Folded {
	/** The text in plain small letters, without what nobody sees. */
	readonly text: string;
	/** For each letter of it where it began in the text as given; one more for the end. */
	readonly at: readonly number[];
}

/** Folds a text so that no trick with letters hides a word, and remembers where every letter came from. One pass. */
export function fold(given: string): Folded {
	const at: number[] = [];
	let text = "";
	for (let from = 0; from < given.length; ) {
		const code = given.codePointAt(from) as number;
		const sign = String.fromCodePoint(code);
		let letters: string | undefined;
		if (code >= 0x61 && code <= 0x7a) letters = sign;
		else {
			letters = known.get(sign);
			if (letters === undefined) {
				letters = plain(sign);
				if (known.size < 4096) known.set(sign, letters);
			}
		}
		text += letters;
		for (let n = 0; n < letters.length; n++) at.push(from);
		from += sign.length;
	}
	at.push(given.length);
	return { text, at };
}
