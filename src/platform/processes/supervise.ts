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
	/** Stops it and waits until it is started again, with what it is told then. */
	restart: () => Promise<void>;
	stop: () => Promise<void>;
}

const patience = { first: 100, longest: 10_000, steady: 30_000 };

/**
 * Starts a service and starts it again whenever it dies, waiting longer each time it dies early, and for as long as it takes: a full disk or
 * a database that is away for an hour must not take down what still works. Rejects when the first start fails.
 */
export async function supervise(service: Service): Promise<Supervised> {
	let running: Running | undefined = await service.start();
	const stopping = new AbortController();

	const watch = async () => {
		let delay = patience.first;
		while (!stopping.signal.aborted) {
			const since = performance.now();
			await running?.gone;
			running = undefined;
			if (stopping.signal.aborted) return;
			const steady = performance.now() - since > patience.steady;
			delay = steady ? patience.first : Math.min(delay * 2, patience.longest);
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
		restart: async () => {
			const before = running;
			await before?.stop();
			while (!stopping.signal.aborted && (!running || running === before)) await pause(50);
		},
		stop: async () => {
			stopping.abort();
			await running?.stop();
			await watching;
		},
	};
}
