// A form that is sent with a passkey; src/features/people/passkey.h says how it is written.
'use strict';
{
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer ?? 0)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  const type = 'public-key', userVerification = 'required';
  const keys = (ids = '') => ids.split(' ').filter(Boolean).map((id) => ({ type, id: bytes(id) }));

  const ask = {
    create: ({ challenge, site, title, person, name, known }) => ({
      challenge: bytes(challenge),
      rp: { id: site, name: title },
      user: { id: bytes(person), name, displayName: name },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type, alg })),
      authenticatorSelection: { residentKey: 'required', userVerification },
      excludeCredentials: keys(known),
    }),
    get: ({ challenge, site, known }) => ({
      challenge: bytes(challenge), rpId: site, allowCredentials: keys(known), userVerification,
    }),
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!window.PublicKeyCredential) break;
    const { dataset } = form, failed = form.querySelector('[data-failed]');
    let busy = false;
    form.hidden = false;
    form.onsubmit = async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = failed.hidden = true;
      try {
        const what = dataset.passkey, publicKey = ask[what](dataset);
        const { rawId: id, response: r } = await navigator.credentials[what]({ publicKey });
        const sent = { id, client: r.clientDataJSON, attestation: r.attestationObject,
          authenticator: r.authenticatorData, signature: r.signature, person: r.userHandle };
        for (const field of form.elements) if (field.name in sent) field.value = text(sent[field.name]);
        form.submit();
      } catch {
        failed.hidden = false;
      }
      busy = false;
    };
  }
}
