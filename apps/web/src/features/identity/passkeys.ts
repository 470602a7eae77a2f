import { ask, tell } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import { AskForPasskeyDocument, PasskeyOriginDocument } from '../../gql/graphql.ts'

/** Whether passkeys can be made and shown on this very address, in this browser. */
export async function passkeysWork(): Promise<boolean> {
  if (!('PublicKeyCredential' in window)) return false
  const { data } = await ask(PasskeyOriginDocument, {}, privately)
  return data?.passkeyOrigin === window.location.origin
}

/**
 * Lets the browser show a passkey.
 *
 * @param alone without a password before it.
 * @returns the answer for the server, or null when somebody changed their mind, or has none here.
 */
export async function showPasskey(alone: boolean): Promise<string | null> {
  const { data } = await tell(AskForPasskeyDocument, { alone })
  if (!data?.askForPasskey) return null
  const { startAuthentication } = await import('@simplewebauthn/browser')
  try {
    return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(data.askForPasskey) }))
  } catch {
    return null
  }
}

/** Lets the browser make a passkey; null as above. */
export async function makePasskey(options: string): Promise<string | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }))
  } catch {
    return null
  }
}
