import { connect } from 'node:net'

/** Bytes sent to a server of this machine as they are, and everything that came back until it hung up. */
export const say = (url: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let heard = ''
    socket.on('data', (data) => (heard += data.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })

/** The lines of a request’s head, ended as HTTP ends them. */
export const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n\r\n`
