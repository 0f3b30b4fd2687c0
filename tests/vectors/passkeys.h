/* passkeys.h — what a real browser sent: made once with Chromium 156, its virtual authenticator
 * (tests/journeys/passkeys.mjs) and assets/passkey.js, on http://localhost:8931, with one kind of key
 * offered at a time. The challenge and the person are those of the test that reads them. */
#ifndef TESTS_VECTORS_PASSKEYS_H
#define TESTS_VECTORS_PASSKEYS_H

static const struct sent_by_chromium {
    const char *made_client, *attestation;
    const char *id, *client, *authenticator, *signature, *person;
} sent_by_chromium[] = {
    {
        /* EdDSA */
        .made_client =
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5"
            "QjJZVzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkz"
            "MSIsImNyb3NzT3JpZ2luIjpmYWxzZSwib3RoZXJfa2V5c19jYW5fYmVfYWRkZWRfaGVyZSI6ImRv"
            "IG5vdCBjb21wYXJlIGNsaWVudERhdGFKU09OIGFnYWluc3QgYSB0ZW1wbGF0ZS4gU2VlIGh0dHBz"
            "Oi8vZ29vLmdsL3lhYlBleCJ9",
        .attestation =
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YViBSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzz"
            "uoMdl2NFAAAAAQECAwQFBgcIAQIDBAUGBwgAIHu3JHfzzWdfS_FdVhxJmg_o8Ehhdi9exbIXaCae"
            "MFodpAEBAycgBiFYIBVjaBiDuq3F2vkGenkuqt6Pw25JgC30B0iGvz4cpMz-",
        .id = "e7ckd_PNZ19L8V1WHEmaD-jwSGF2L17FshdoJp4wWh0",
        .client = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5QjJZ"
                  "VzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkzMSIs"
                  "ImNyb3NzT3JpZ2luIjpmYWxzZSwib3RoZXJfa2V5c19jYW5fYmVfYWRkZWRfaGVyZSI6ImRvIG5v"
                  "dCBjb21wYXJlIGNsaWVudERhdGFKU09OIGFnYWluc3QgYSB0ZW1wbGF0ZS4gU2VlIGh0dHBzOi8v"
                  "Z29vLmdsL3lhYlBleCJ9",
        .authenticator = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAg",
        .signature =
            "0yj4CRFKKD8yDkSL5m248zuj_Q7z0SO4PwVhOQ9Ojhbkc9qfNP14CkZlfr-PlLc1z6PIVoEiF_sx"
            "b0-0fN4iDw",
        .person = "ZWVuIG1lbnMsIGFscyAzMiBieXRlcyB2YW4gdG9ldmE",
    },
    {
        /* ES256 */
        .made_client =
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5"
            "QjJZVzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkz"
            "MSIsImNyb3NzT3JpZ2luIjpmYWxzZX0",
        .attestation =
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzz"
            "uoMdl2NFAAAAAQECAwQFBgcIAQIDBAUGBwgAIP3vX7217t1bAfbV18IToPtx_sVa8mO0lTU-hfWx"
            "8I9dpQECAyYgASFYICk_qnW6OYGrJtmODS0ZuFh0L3jk_P8f2Az-AdCBE30cIlggjZX3lV-fx3iW"
            "pGxtN1nrBHEQGU061bn-AZIfkMkzzCw",
        .id = "_e9fvbXu3VsB9tXXwhOg-3H-xVryY7SVNT6F9bHwj10",
        .client = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5QjJZ"
                  "VzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkzMSIs"
                  "ImNyb3NzT3JpZ2luIjpmYWxzZSwib3RoZXJfa2V5c19jYW5fYmVfYWRkZWRfaGVyZSI6ImRvIG5v"
                  "dCBjb21wYXJlIGNsaWVudERhdGFKU09OIGFnYWluc3QgYSB0ZW1wbGF0ZS4gU2VlIGh0dHBzOi8v"
                  "Z29vLmdsL3lhYlBleCJ9",
        .authenticator = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAg",
        .signature =
            "MEUCIEh36uaszpWo2DbuFN8KHGhr0RQrLtu4zkfXH44f7YXoAiEAp-KEovuNDBInW2rqvoIhbLJy"
            "UDFWh1cNTAmG8LFLdIk",
        .person = "ZWVuIG1lbnMsIGFscyAzMiBieXRlcyB2YW4gdG9ldmE",
    },
    {
        /* RS256 */
        .made_client =
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5"
            "QjJZVzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkz"
            "MSIsImNyb3NzT3JpZ2luIjpmYWxzZX0",
        .attestation =
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkBZ0mWDeWIDoxodDQXD2R2YFuP5K65ooYyx5lc"
            "87qDHZdjRQAAAAEBAgMEBQYHCAECAwQFBgcIACCLIlt4_EvY6hS5WHQNF5MPvm8UOA9KPMSTv4_D"
            "d2MrAaQBAwM5AQAgWQEA3W9ZQsvCw3j4rU4vTRrIjZ5189gYDGLwvB01KxdvE3VE2RhhyYMWOC0y"
            "UPq3uDA-tT9BkMR-f7m1IAHYJB3tSpUMOVYzsNQDNjMqyaz2W2CDN0DkI_egyzH6sUGaaEMCNvRV"
            "LHHoVLciNRqZbAz-OlAZJiD0HTtqtAOvO43QKU9KA4szEczB_4tGauPzgzMeBicklODbrFzO7Ohj"
            "5GqhsIR_4Ky_vSdic60LHx9Q602WEQpI2v9mVK2NFnbWuki-3p228Ws3tnfbwZOSTpTP9evewwdV"
            "fU-3aqCBysJuNXgt0wKijKddbzH_sdsWAHBF0hcNsX8Od0ANQVq892mdNyFDAQAB",
        .id = "iyJbePxL2OoUuVh0DReTD75vFDgPSjzEk7-Pw3djKwE",
        .client = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWldWdUlIVnBkR1JoWjJsdVp5QjJZ"
                  "VzRnTXpJZ2QybHNiR1ZyWlhWeWFXYyIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODkzMSIs"
                  "ImNyb3NzT3JpZ2luIjpmYWxzZX0",
        .authenticator = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAg",
        .signature =
            "r2W8p6e7XCV0KVPzRjAFB_lAgx4mDE-HkkQLu-ihLHrsP1RUPCZU2k1vmrntaZBnGx8QH0IP0bag"
            "8aA_4F2NWS1rlRVvCA3ec15WUCMebuMsXvgzOknAyteAbsXgG6-aPOtNTsFB_I-mNPWJapr_WcOk"
            "DQ-aHwzId-VL_NP2IyOcgEsgR5kogxTyC1y5YCI3bItJHLBk05Av2DFbvX_NWYZBpwseJDIlAdgl"
            "VuchBzlt46RwvN1W-hD61PIny4hN-di_XpGwByHZOIT5CUeGj3A8Kd6SoiVGXgZadil8Ob9GWdFi"
            "bG54OxaldRn4vejkCVimwG-0nQF5ZpympmbyuQ",
        .person = "ZWVuIG1lbnMsIGFscyAzMiBieXRlcyB2YW4gdG9ldmE",
    },
};

#endif
