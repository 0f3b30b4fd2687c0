/* refuses: 5: "Deze zin gaat maar door en door en nog verder door over de straat en het plein en het kleine park." has 21 words, 20 at most */
const struct words *say(void);
const struct words *say(void)
{
    return SAY(
        "Deze zin gaat maar door en door en nog verder door over de straat en het plein en "
        "het kleine park.");
}
