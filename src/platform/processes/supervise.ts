import { setTimeout as pause } from "node:timers/promises";

/** Something that runs until it is stopped or dies. */
export interface Running {
	pid: number;
	gone: Promise<void>;
	stop: () => Promise<void>;
}

export interface Service {
	name: string;
	/** Resolves when the service is ready; rejects when it does not become so. */
	start: () => Promise<Running>;
	say: (line: string) => void;
}

export interface Supervised {
	name: string;
	pid: () => number | undefined;
	stop: () => Promise<void>;
	/** Settles when it cannot be kept running. */
	failed: Promise<Error>;
}

const patience = { first: 100, longest: 10_000, steady: 30_000, attempts: 20 };

/** Starts a service and starts it again whenever it dies, waiting longer each time it dies early. Rejects when the first start fails. */
export async function supervise(service: Service): Promise<Supervised> {
	let running: Running | undefined = await service.start();
	const stopping = new AbortController();
	let fail: (error: Error) => void = () => {};
	const failed = new Promise<Error>((resolve) => {
		fail = resolve;
	});

	const watch = async () => {
		let delay = patience.first;
		let early = 0;
		while (!stopping.signal.aborted) {
			const since = performance.now();
			await running?.gone;
			running = undefined;
			if (stopping.signal.aborted) return;
			const steady = performance.now() - since > patience.steady;
			delay = steady ? patience.first : Math.min(delay * 2, patience.longest);
			early = steady ? 0 : early + 1;
			if (early > patience.attempts) return fail(new Error(`${service.name} keeps stopping`));
			service.say(`${service.name} stopped and is started again`);
			await pause(delay, undefined, { signal: stopping.signal }).catch(() => {});
			if (stopping.signal.aborted) return;
			try {
				const again = await service.start();
				running = again;
				if (stopping.signal.aborted) await again.stop();
			} catch (error) {
				service.say(`${service.name}: ${(error as Error).message}`);
			}
		}
	};
	const watching = watch();
	return {
		name: service.name,
		pid: () => running?.pid,
		failed,
		stop: async () => {
			stopping.abort();
			await running?.stop();
			await watching;
		},
	};
}
