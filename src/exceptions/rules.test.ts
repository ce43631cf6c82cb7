import { describe, expect, it } from "vitest";
import { exceptionGroundIds, exceptionGrounds } from "../law/exceptions.ts";
import { groundKinds } from "../law/grounds.ts";
import { roleIds } from "../law/roles.ts";
import { type ExceptionFacts, holds, mayConfirm, mayPropose, mayWithdrawException, type ProposeFacts, placeOf } from "./rules.ts";

const refused = { allowed: false, because: "R7.3" };
const both = [true, false] as const;

describe("R7.3 — the grounds", () => {
	it("R7.3 — the list is closed: contract, legal duty, vital interest, legitimate interest, and never consent", () => {
		expect(exceptionGroundIds.map((id) => exceptionGrounds[id].article)).toEqual([
			"avg.6.1.b",
			"avg.6.1.c",
			"avg.6.1.d",
			"avg.6.1.f",
		]);
		expect(exceptionGroundIds.map((id) => exceptionGrounds[id].article)).not.toContain(groundKinds.consent.article);
	});
});

describe("R7.3 — standing in for approval", () => {
	const table = both.flatMap((confirmed) =>
		both.flatMap((sameBytes) =>
			both.flatMap((sameRecipients) =>
				both.map((answeredSince): ExceptionFacts => ({ confirmed, sameBytes, sameRecipients, answeredSince })),
			),
		),
	);
	it.each(table)("R7.3 — %j", (facts) => {
		const good = facts.confirmed && facts.sameBytes && facts.sameRecipients && !facts.answeredSince;
		if (good) expect(holds(facts)).toEqual({ allowed: true, under: "R7.3" });
		else expect(holds(facts)).toMatchObject(refused);
	});
});

describe("R7.3 — proposing", () => {
	const facts: ProposeFacts = {
		...{ roles: ["coach"], kind: "extensive", state: "submitted", current: true, proposed: false, ownView: "none" },
	};
	const states = ["draft", "submitted", "approved", "changeRequested", "refused", "sent", "withdrawn"];
	it.each(
		states.flatMap((state) =>
			(["brief", "extensive"] as const).flatMap((kind) =>
				both.flatMap((current) =>
					both.flatMap((proposed) =>
						(["none", "inside", "outside"] as const).map((ownView) => ({ state, kind, current, proposed, ownView })),
					),
				),
			),
		),
	)("R7.3 — $kind, $state, current $current, proposed before $proposed, own view $ownView", (given) => {
		const good =
			given.kind === "extensive" &&
			(given.state === "submitted" || given.state === "refused") &&
			given.current &&
			!given.proposed &&
			given.ownView !== "outside";
		const decision = mayPropose({ ...facts, ...given });
		if (good) expect(decision).toEqual({ allowed: true, under: "R7.3" });
		else expect(decision).toMatchObject(refused);
	});
	it.each(roleIds)("R7.3 — %s proposes only when they write reports", (role) => {
		expect(mayPropose({ ...facts, roles: [role] }).allowed).toBe(role === "coach" || role === "coordinator");
	});

	it.each([
		[[], "none"],
		[[{ version: "now", own_view: null }], "none"],
		[[{ version: "now", own_view: "Ik zie het anders" }], "outside"],
		[[{ version: "before", own_view: "Ik zie het anders" }], "inside"],
		[
			[
				{ version: "now", own_view: "Ik zie het anders" },
				{ version: "before", own_view: "Ik zie het anders" },
			],
			"inside",
		],
		[
			[
				{ version: "now", own_view: "Toch nog iets" },
				{ version: "before", own_view: "Ik zie het anders" },
			],
			"outside",
		],
		[
			[
				{ version: "now", own_view: null },
				{ version: "before", own_view: "Ik zie het anders" },
			],
			"none",
		],
	] as const)("R7.3 — own views %j: %s", (given, place) => {
		expect(placeOf(given, "now")).toBe(place);
	});
});

describe("R7.3 — the second person", () => {
	const facts = { roles: ["coordinator"] as const, own: false, confirmed: false, withdrawn: false, stands: true };
	it.each(
		both.flatMap((own) =>
			both.flatMap((confirmed) => both.flatMap((withdrawn) => both.map((stands) => ({ own, confirmed, withdrawn, stands })))),
		),
	)("R7.3 — own $own, confirmed $confirmed, withdrawn $withdrawn, stands $stands", (given) => {
		const good = !given.own && !given.confirmed && !given.withdrawn && given.stands;
		expect(mayConfirm({ ...facts, ...given }).allowed).toBe(good);
	});
	it.each(roleIds)("R7.3 — %s confirms only as coordinator or privacy officer", (role) => {
		expect(mayConfirm({ ...facts, roles: [role] }).allowed).toBe(role === "coordinator" || role === "dpo");
	});
	it.each(both.flatMap((withdrawn) => both.map((left) => ({ withdrawn, left }))))(
		"R7.3 — taken back only once and before it left: %j",
		(given) => {
			expect(mayWithdrawException(given).allowed).toBe(!given.withdrawn && !given.left);
		},
	);
});
