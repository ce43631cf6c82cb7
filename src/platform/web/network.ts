// The one use of node:net here is its arithmetic of addresses: nothing is opened.
import { BlockList, isIP } from "node:net";

/** What of a request says where it came from: the socket's own address, and what proxies wrote on the way. */
export interface CameFrom {
	readonly socket: string;
	readonly forwardedFor: string | undefined;
}

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
const plain = (address: string) =>
	address
		.trim()
		.replace(/^::ffff:(?=\d+\.)/i, "")
		.replace(/^\[(.+)\](:\d+)?$/, "$1")
		.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
const mostHops = 16;

/** The proxies of a setting such as "127.0.0.1" or "10.0.0.0/28, fd00::/64". Throws on what is neither, without repeating it. */
export function proxiesIn(setting: string): BlockList {
	const list = new BlockList();
	for (const one of setting.split(",").map((part) => part.trim())) {
		const [address = "", bits, more] = one.split("/");
		const most = isIP(address) === 6 ? 128 : 32;
		if (!isIP(address) || more !== undefined || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
			throw new Error("a trusted proxy is an IP address or a network of them");
		// A whole protocol's addresses would let anybody say where they come from.
		if (bits !== undefined && Number(bits) < 8) throw new Error("a network of trusted proxies is no larger than a /8");
		if (bits === undefined) list.addAddress(address, family(address));
		else list.addSubnet(address, Number(bits), family(address));
	}
	return list;
}

/**
 * The network address that a request counts for. Without trusted proxies that is the socket's, whatever the headers say. From a trusted
 * proxy it is the nearest address in X-Forwarded-For that is not a proxy of ours: what stands before it anybody could have written.
 */
export function cameFrom({ socket, forwardedFor }: CameFrom, trusted: BlockList | undefined): string {
	const isOurs = (address: string) => isIP(address) !== 0 && trusted?.check(address, family(address)) === true;
	let nearest = plain(socket);
	if (!isOurs(nearest)) return socket;
	for (const hop of (forwardedFor ?? "").split(",").reverse().slice(0, mostHops).map(plain)) {
		if (isIP(hop) === 0) break;
		nearest = hop;
		if (!isOurs(hop)) break;
	}
	return nearest;
}

/** The network an address belongs to: an IPv6 home has a whole /64 to try from. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
	if (!plain.includes(":")) return plain;
	const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
	const groups = head ? head.split(":") : [];
	const after = tail ? tail.split(":") : [];
	const full =
		tail === undefined ? groups : [...groups, ...Array(Math.max(0, 8 - groups.length - after.length)).fill("0"), ...after];
	return `${full
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":")}::/64`;
}

const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/** Did the browser speak to this process itself, under its own address, with nothing between that says so? */
export const isDirect = (headers: Headers, host: string, origins: readonly string[]): boolean =>
	!forwarded.some((name) => headers.has(name)) && origins.some((origin) => new URL(origin).host === host);
