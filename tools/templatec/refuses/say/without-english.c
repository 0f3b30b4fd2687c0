/* refuses: 3: "Niet vertaald" is not in EN; run make locale and translate it */
/* Not asked: SAY("in a remark"), and const char *y = "SAY(\"in a text\")"; */
const void *x = SAY("Niet " /* over two */
                    "vertaald");
