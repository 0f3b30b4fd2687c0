/* settings.c — see settings.h. */
#include "main/settings.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SETTINGS_MOST = 64 * 1024 };

/* The whole file; `text.s` NULL when there is none. */
static enum err read_file(struct arena *a, const char *path, struct str *text)
{
    struct stat about;
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    *text = (struct str){ 0 };
    if (fd < 0 && errno == ENOENT) return OK;
    if (fd < 0) return FAIL(ERR_BROKEN, "%s: %s", path, strerror(errno));
    char *bytes = arena_take(a, SETTINGS_MOST + 1, 1);
    const bool file = fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    const ssize_t n = file ? read(fd, bytes, SETTINGS_MOST + 1) : -1;
    close(fd);
    if (n < 0 || n > SETTINGS_MOST) return FAIL(ERR_BROKEN, "%s: no file, or too long", path);
    if (about.st_mode & 077)
        return FAIL(ERR_BROKEN, "%s: others may read it; say: chmod 600 %s", path, path);
    *text = (struct str){ bytes, (size_t)n };
    return OK;
}

static enum err read_line(struct arena *a, struct settings *s, struct str line, int number)
{
    const char *wrong = NULL;
    struct str name, rest = line;
    if (!line.n || line.s[0] == '#') return OK;
    if (!str_next(&rest, '=', &name) || !rest.s)
        return FAIL(ERR_BROKEN, "config, line %d: a line is name = value", number);
    name = str_trim(name);
    if (!mail_setting(a, &s->mail, name, str_trim(rest), &wrong))
        return FAIL(ERR_BROKEN, "config, line %d: there is no setting %.*s", number,
                    STR_ARG(name));
    return wrong ? FAIL(ERR_BROKEN, "config, line %d: %s", number, wrong) : OK;
}

enum err settings_read(struct arena *a, const char *dir, struct settings *settings)
{
    const char *path = arena_format(a, "%s/config", dir).s;
    struct str text, line;
    *settings = (struct settings){ 0 };
    TRY(read_file(a, path, &text));
    if (!str_utf8(text)) return FAIL(ERR_BROKEN, "%s: this is no text", path);
    for (int number = 1; str_next(&text, '\n', &line); number++)
        TRY(read_line(a, settings, str_trim(line), number));
    const char *wrong = mail_settings_check(&settings->mail);
    return wrong ? FAIL(ERR_BROKEN, "config, %s", wrong) : OK;
}
