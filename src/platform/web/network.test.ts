import { describe, expect, it } from "vitest";
import { cameFrom, isDirect, networkOf, proxiesIn } from "./network.ts";

const proxy = proxiesIn("127.0.0.1, 10.1.0.0/16, fd00:5::/64");
const from = (socket: string, forwardedFor?: string, trusted = proxy) => cameFrom({ socket, forwardedFor }, trusted);

describe("where a request comes from", () => {
	it("R10.1 — without a trusted proxy a header says nothing, whoever sends it", () => {
		expect(cameFrom({ socket: "203.0.113.9", forwardedFor: "198.51.100.1" }, undefined)).toBe("203.0.113.9");
		expect(cameFrom({ socket: "127.0.0.1", forwardedFor: "198.51.100.1" }, undefined)).toBe("127.0.0.1");
	});

	it.each([
		["the proxy's own word", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
		["the same over IPv6's name for it", "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"],
		["what a visitor wrote before it does not count", "127.0.0.1", "8.8.8.8, 198.51.100.1", "198.51.100.1"],
		["nor when they name our own proxy", "127.0.0.1", "8.8.8.8, 127.0.0.1, 198.51.100.1", "198.51.100.1"],
		["two proxies of ours", "127.0.0.1", "198.51.100.1, 10.1.2.3", "198.51.100.1"],
		["a proxy on IPv6, a port behind the address", "fd00:5::1", "[2001:db8::7]:4711", "2001:db8::7"],
		["an IPv4 address with a port", "127.0.0.1", "198.51.100.1:80", "198.51.100.1"],
		["no header: all count as the proxy itself", "127.0.0.1", undefined, "127.0.0.1"],
		["rubbish nearest: all count as the proxy itself", "127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"],
		["rubbish further on is never reached", "127.0.0.1", "<script>, 198.51.100.1", "198.51.100.1"],
		["another machine that is no proxy of ours", "203.0.113.9", "127.0.0.1", "203.0.113.9"],
		["next to the trusted network", "10.2.0.1", "198.51.100.1", "10.2.0.1"],
	])("R10.1 — %s", (_what, socket, header, address) => {
		expect(from(socket, header)).toBe(address);
	});

	it("R10.1 — an endless header is read no further than sixteen hops", () => {
		expect(from("127.0.0.1", `198.51.100.1${", 10.1.0.1".repeat(100_000)}`)).toBe("10.1.0.1");
	});

	it.each(["", "nginx", "10.0.0.0/33", "10.0.0.0/8/8", "0.0.0.0/0", "::/0", "10.0.0.1;10.0.0.2", "10.0.0.0/-1"])(
		"R10.1 — a setting that is no address is refused: %j",
		(setting) => {
			expect(() => proxiesIn(setting)).toThrow(/trusted prox/);
		},
	);

	it("R10.1 — direct is: nothing says that it was passed on, and the address asked for is our own", () => {
		const own = ["http://localhost:4700", "http://127.0.0.1:4700"];
		expect(isDirect(new Headers(), "localhost:4700", own)).toBe(true);
		expect(isDirect(new Headers(), "127.0.0.1:4700", own)).toBe(true);
		expect(isDirect(new Headers(), "demo.voorbeeld.test", own)).toBe(false);
		for (const name of ["forwarded", "X-Forwarded-For", "x-forwarded-host", "x-forwarded-proto", "X-Real-IP", "via"])
			expect(isDirect(new Headers({ [name]: "" }), "localhost:4700", own), name).toBe(false);
	});
});

it.each([
	["203.0.113.7", "203.0.113.7"],
	["::ffff:203.0.113.7", "203.0.113.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
	["2001:0db8:1:2:ffff::9", "2001:db8:1:2::/64"],
	["2001:db8::1", "2001:db8:0:0::/64"],
	["unknown", "unknown"],
])("R10.1 — %s counts as network %s", (address, network) => {
	expect(networkOf(address)).toBe(network);
});
