// A phone with passkeys, in software: Chromium's virtual authenticator (WebAuthn in its DevTools protocol).
//
//   const phone = await addPhone(page);                     // verifies its owner, without asking
//   … click "Maak een toegangssleutel" …
//   (await phone.keys()).length === 1
//   await phone.refuses(); … the page says that it did not work …
//   await phone.remove();
//
// A passkey needs https or localhost; an address with a number, as 127.0.0.1, has none.

// `options` are those of WebAuthn.addVirtualAuthenticator: `{ transport: 'usb' }` is a security key.
export async function addPhone(page, options = {}) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true, ...options,
    },
  });
  const verified = (isUserVerified) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return {
    keys: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    refuses: () => verified(false), // the finger is not the owner's
    accepts: () => verified(true),
    remove: async () => {
      await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
      await devtools.detach();
    },
  };
}
