// A mail server that can be told to misbehave; tests/Delivery/SmtpServer.cs runs it.
// Argument: its settings as JSON. Standard input: a mode a line. Standard output: what happens, a JSON object a line.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

const { port = 0, cert, key, user, password } = JSON.parse(process.argv[2]);
const say = event => process.stdout.write(`${JSON.stringify(event)}\n`);
const refusal = (responseCode, message) => Object.assign(new Error(message), { responseCode });
const sockets = new Set();
const hangUp = how => sockets.forEach(socket => socket[how]());
let mode = 'accept';
let mails = 0;

const server = new SMTPServer({
  cert,
  key,
  banner: 'test',
  disabledCommands: [...(cert ? [] : ['STARTTLS']), ...(user ? [] : ['AUTH'])],
  authOptional: !user,
  allowInsecureAuth: !cert,
  onConnect(session, done) {
    say({ event: 'connected' });
    if (mode !== 'mute') done();
  },
  onAuth: (auth, session, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(new Error('Invalid username or password')),
  onMailFrom: (address, session, done) => done(cert && !session.secure ? refusal(530, 'Must issue a STARTTLS command first') : null),
  onRcptTo({ address }, session, done) {
    const [name] = address.split('@');
    done(name === 'gone' ? refusal(550, 'No such user') : mode === 'busy' ? refusal(451, 'Mailbox busy') : null);
  },
  onData(stream, session, done) {
    if (mode === 'drop') return hangUp('destroy');
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      if (mode === 'reject') return done(refusal(554, 'Looks like spam'));
      const number = ++mails;
      const { mailFrom, rcptTo } = session.envelope;
      say({ event: 'mail', from: mailFrom.address, to: rcptTo.map(to => to.address), secure: session.secure, user: session.user ?? null, content: Buffer.concat(parts).toString('base64') });
      if (mode === 'die') process.kill(process.pid, 'SIGKILL');
      if (mode === 'silent') return;
      done(null, `queued as ${number}`);
      if (mode === 'rude') setImmediate(hangUp, 'end');
    });
  },
});
server.on('error', () => {}); // a client that goes away in the middle

server.server.on('connection', socket => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
createInterface({ input: process.stdin })
  .on('line', line => {
    mode = line;
    say({ event: 'behaving' });
  })
  .on('close', () => process.exit()); // the test is over, however it ended
server.listen(port, '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));
