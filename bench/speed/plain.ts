import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

// The bare baseline: node:http and pg, one SQL statement a request on plain rows of the same data. The statement checks the
// session, inserts a log row and gives what the page would show; the answer is JSON. No roles, no walls, no sealing, no HTML.

/** Its tables, with the indexes that these statements want. */
export const tables = `
	create schema plain;
	create table plain.staff (id uuid primary key, name text not null, left_at timestamptz);
	create table plain.session (token_hash bytea primary key, staff_id uuid not null, last_seen_at timestamptz not null default now(), ended_at timestamptz);
	create table plain.log (id uuid primary key default gen_random_uuid(), at timestamptz not null default now(), actor uuid not null, subjects uuid[] not null, action text not null);
	create table plain.commissioner (id uuid primary key, name text not null);
	create table plain.candidate (id uuid primary key, given text not null, infix text, family text not null);
	create table plain.trajectory (id uuid primary key, candidate_id uuid not null, commissioner_id uuid not null, type text not null, state text not null,
		registered_at timestamptz not null, started_on date);
	create table plain.membership (trajectory_id uuid not null, candidate_id uuid not null, staff_id uuid not null, until_at timestamptz);
	create table plain.entry (id uuid primary key, trajectory_id uuid not null, kind text not null, at timestamptz not null, by_id uuid not null, source text,
		goal text, agreed text, next text)`;
export const indexes = `
	create index on plain.log (at);
	create index on plain.candidate (lower(family) text_pattern_ops);
	create index on plain.trajectory (candidate_id);
	create index on plain.membership (staff_id);
	create index on plain.membership (trajectory_id);
	create index on plain.entry (trajectory_id, at desc)`;

const session = `s as (select st.id from plain.session x join plain.staff st on st.id = x.staff_id and st.left_at is null
	where x.token_hash = $1 and x.ended_at is null and x.last_seen_at > now() - interval '1 hour')`;

export const statements = {
	open: `with ${session},
		l as (insert into plain.log (actor, subjects, action) select s.id, array[$2::uuid], 'view' from s)
		select c.given, c.infix, c.family, t.type, t.state, t.started_on, o.name as commissioner, e.*
		from s join plain.membership m on m.staff_id = s.id and m.candidate_id = $2 and m.until_at is null
		join plain.trajectory t on t.id = m.trajectory_id join plain.candidate c on c.id = t.candidate_id
		join plain.commissioner o on o.id = t.commissioner_id
		cross join lateral (select e.*, st.name as by from plain.entry e join plain.staff st on st.id = e.by_id
			where e.trajectory_id = t.id order by e.at desc limit 20) e`,
	list: `with ${session},
		found as (select c.id, c.given, c.infix, c.family, t.type, t.state, t.registered_at, o.name as commissioner, st.name as coach
			from s join plain.membership m on m.staff_id = s.id and m.until_at is null join plain.staff st on st.id = m.staff_id
			join plain.trajectory t on t.id = m.trajectory_id join plain.candidate c on c.id = t.candidate_id
			join plain.commissioner o on o.id = t.commissioner_id order by c.family limit 50),
		l as (insert into plain.log (actor, subjects, action) select s.id, (select array_agg(id) from found), 'list' from s)
		select * from found`,
	search: `with ${session},
		found as (select c.id, c.given, c.infix, c.family, t.type, t.state, o.name as commissioner
			from s join plain.membership m on m.staff_id = s.id and m.until_at is null
			join plain.trajectory t on t.id = m.trajectory_id join plain.candidate c on c.id = t.candidate_id
			join plain.commissioner o on o.id = t.commissioner_id
			where lower(c.given) like $2 || '%' and lower(c.family) like $3 || '%' limit 50),
		l as (insert into plain.log (actor, subjects, action) select s.id, coalesce((select array_agg(id) from found), '{}'), 'search' from s)
		select * from found`,
	note: `with ${session},
		t as (select m.trajectory_id from s join plain.membership m on m.staff_id = s.id and m.candidate_id = $2 and m.until_at is null),
		l as (insert into plain.log (actor, subjects, action) select s.id, array[$2::uuid], 'create' from s)
		insert into plain.entry (id, trajectory_id, kind, at, by_id, source, goal, agreed, next)
		select gen_random_uuid(), t.trajectory_id, 'note', now(), s.id, 'candidate', $3, $4, $5 from s, t returning id`,
} as const;

/** Serves the four operations on a free port of the loopback address and says which. */
export async function serveBaseline(connection: pg.PoolConfig, named: boolean): Promise<void> {
	const pool = new pg.Pool({ max: 10, ...connection, application_name: "bench plain" });
	const ask = (name: keyof typeof statements, values: unknown[]) =>
		pool.query({ text: statements[name], values, ...(named && { name }) });
	const server = createServer(async (request, response) => {
		const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
		const hash = createHash("sha256").update(cookie).digest();
		const [, what, id] = (request.url ?? "").split("/");
		let body = "";
		for await (const chunk of request) body += chunk;
		const form = new URLSearchParams(body);
		try {
			const words = (form.get("zoek") ?? "").toLowerCase().split(" ");
			const { rows } = await (what === "open"
				? ask("open", [hash, id])
				: what === "list"
					? ask("list", [hash])
					: what === "search"
						? ask("search", [hash, words[0], words[1]])
						: ask("note", [hash, id, form.get("goal"), form.get("agreed"), form.get("next")]));
			const json = JSON.stringify(rows);
			response.writeHead(rows.length > 0 ? 200 : 404, {
				"content-type": "application/json",
				"content-length": Buffer.byteLength(json),
			});
			response.end(json);
		} catch (error) {
			response.writeHead(500).end(String(error));
		}
	});
	server.listen(0, "127.0.0.1", () => {
		const address = server.address();
		process.stdout.write(`${JSON.stringify({ ready: true, port: typeof address === "object" ? address?.port : 0 })}\n`);
	});
	process.on("SIGTERM", () => process.exit(0));
}
