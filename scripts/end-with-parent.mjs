// Loaded before the server by `npm start` (node --import). The channel to the starter closes when the
// starter is killed outright; without this the server would live on alone and keep its port.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The channel itself is no reason to stay alive.
  process.channel.unref()
}
