import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves as soon as something listens there (a port on 127.0.0.1, or a socket's path); throws past the deadline. */
export async function connect(door: number | string, deadlineMs: number): Promise<void> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    try {
      await attempt(door);
      return;
    } catch (cause) {
      if (Date.now() > end) throw new Error(`cannot connect to ${door} within ${deadlineMs} ms`, { cause });
      await sleep(20);
    }
  }
}

function attempt(door: number | string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = typeof door === 'number' ? createConnection(door, '127.0.0.1') : createConnection(door);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
