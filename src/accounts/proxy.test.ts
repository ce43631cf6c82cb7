import { afterAll, beforeAll, expect, it } from "vitest";
import { webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { cameFrom, proxiesIn } from "../platform/web/network.ts";
import type { Page } from "../platform/web/page.ts";
import { throttle } from "./rules.ts";
import { tryPassword } from "./throttle.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

/** Every visit is one try at another account, as who sprays a password does; it shows how long to wait. */
const spray: Page = {
	path: "/probeer",
	portal: "public",
	who: "anyone",
	get: async ({ by, door, network }) => {
		const who = { email: `${crypto.randomUUID()}@voorbeeld.test`, network, device: undefined };
		const { wait } = await tryPassword(by, (call) => door.ask("recipient", call), "staff", who);
		return new Response(String(wait));
	},
};

/** Tries from as many addresses as said in the header, over a socket of this address. Answers the longest wait. */
async function longest(socket: string, trusted: string | undefined, forwardedFor: (n: number) => string): Promise<number> {
	const proxies = trusted === undefined ? undefined : proxiesIn(trusted);
	const app = webOver(house, [spray], {}, (_socket, header) => cameFrom({ socket, forwardedFor: header }, proxies));
	let wait = 0;
	for (let n = 0; n <= throttle.network; n++) {
		const answer = await app.request("http://spoor.test/probeer", { headers: { "x-forwarded-for": forwardedFor(n) } });
		wait = Math.max(wait, Number(await answer.text()));
	}
	return wait;
}

it("R10.1 — without a trusted proxy, another X-Forwarded-For each time is still one network", async () => {
	expect(await longest("203.0.113.1", undefined, (n) => `198.51.100.${n}`)).toBeGreaterThan(0);
});

it("R10.1 — behind a trusted proxy each visitor counts apart, and none is slowed down by another", async () => {
	expect(await longest("127.0.0.1", "127.0.0.1", (n) => `198.51.100.${n}`)).toBe(0);
});

it("R10.1 — behind a trusted proxy, what a visitor writes before the proxy's word changes nothing", async () => {
	expect(await longest("127.0.0.1", "127.0.0.1", (n) => `10.9.8.${n}, 192.0.2.66`)).toBeGreaterThan(0);
});
