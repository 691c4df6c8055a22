import { createServer, type Server, type Socket } from 'node:net';

/** A mail server behind which nobody is: it takes every connection, and says nothing. */
export async function startMute(port: number): Promise<Server> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
    socket.resume();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { close } = server;
  server.close = (done) => {
    for (const socket of open) socket.destroy();
    return close.call(server, done);
  };
  return server;
}
