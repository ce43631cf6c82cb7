const browsers: readonly [RegExp, string][] = [
	[/Edg(A|iOS)?\//, "Edge"],
	[/OPR\//, "Opera"],
	[/SamsungBrowser\//, "Samsung Internet"],
	[/(Firefox|FxiOS)\//, "Firefox"],
	[/(Chrome|CriOS|Chromium)\//, "Chrome"],
	[/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
	[/iPhone/, "iPhone"],
	[/iPad/, "iPad"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Mac OS X|Macintosh/, "Mac"],
	[/CrOS/, "Chromebook"],
	[/Linux/, "Linux"],
];

/** Browsers of before 2023 do not say where a request comes from (Sec-Fetch-Site): they lack walls that our pages count on (docs/BROWSERS.md). */
export const isOutdated = (headers: Headers): boolean =>
	/^Mozilla\//.test(headers.get("user-agent") ?? "") && !headers.has("sec-fetch-site");

/** "Firefox, Windows" from what a browser says of itself; undefined when it says nothing known. A hint for its owner, no proof. */
export function deviceName(userAgent: string): string | undefined {
	const find = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
	return [find(browsers), find(systems)].filter(Boolean).join(", ") || undefined;
}
