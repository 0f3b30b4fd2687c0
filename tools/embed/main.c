/* embed — files that become part of the program: OUT/assets.c, and the files it includes.
 *
 *     embed --out DIR FILE …
 *
 * Each file gets its hash in its name, so it can be cached for ever; "url(NAME)" in a stylesheet
 * becomes that hashed name; a script loses its lines of remark and the blanks that begin a line, and
 * "sheet.photo.js" goes behind "sheet.js" in one file, which packs better than two. Beside each stands its gzip and
 * brotli form, when those are smaller.
 * Refused: an extension without a media type, a stylesheet that names a file that is not embedded
 * or lies elsewhere, two files of one name, a part of a script that is not there. Needs the commands gzip and
 * brotli. */
#include <fcntl.h>
#include <openssl/sha.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILES = 256, HASH = 8, PATH_ROOM = 512 };

struct kind {
    const char *extension, *content;
    bool packed; /* compressed already */
};
struct file {
    const char *source, *name;
    const struct kind *kind;
    char *bytes;
    size_t n, gzip_n, brotli_n;
    char hash[HASH + 1];
    char hashed[PATH_ROOM]; /* "dialoog.5f2c8a1b.css" */
};

__attribute__((noreturn, format(printf, 1, 2))) static void refuse(const char *why, ...)
{
    va_list ap;
    va_start(ap, why);
    fputs("embed: ", stderr);
    vfprintf(stderr, why, ap);
    fputc('\n', stderr);
    va_end(ap);
    exit(1);
}

static const struct kind *kind_of(const char *name)
{
    static const struct kind kinds[] = {
        { ".css", "CONTENT_CSS", false },    { ".js", "CONTENT_JS", false },
        { ".svg", "CONTENT_SVG", false },    { ".txt", "CONTENT_TEXT", false },
        { ".md", "CONTENT_TEXT", false },    { ".json", "CONTENT_JSON", false },
        { ".woff2", "CONTENT_WOFF2", true }, { ".png", "CONTENT_PNG", true },
        { ".jpg", "CONTENT_JPEG", true },    { ".webp", "CONTENT_WEBP", true },
        { ".ico", "CONTENT_ICO", false },
    };
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(dot, kinds[i].extension)) return &kinds[i];
    refuse("%s: no media type is known for this extension", name);
}

static void file_read(struct file *f)
{
    FILE *in = fopen(f->source, "rb");
    long n;
    if (!in || fseek(in, 0, SEEK_END) != 0 || (n = ftell(in)) < 0 ||
        fseek(in, 0, SEEK_SET) != 0)
        refuse("%s cannot be read", f->source);
    f->n = (size_t)n;
    f->bytes = malloc(f->n + 1);
    if (!f->bytes || fread(f->bytes, 1, f->n, in) != f->n)
        refuse("%s cannot be read", f->source);
    f->bytes[f->n] = 0;
    fclose(in);
}

static void file_name(struct file *f)
{
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256((const unsigned char *)f->bytes, f->n, digest);
    for (int i = 0; i < HASH / 2; i++) snprintf(f->hash + 2 * i, 3, "%02x", digest[i]);
    const int stem = (int)(strlen(f->name) - strlen(f->kind->extension));
    if ((size_t)snprintf(f->hashed, sizeof f->hashed, "%.*s.%s%s", stem, f->name, f->hash,
                         f->kind->extension) >= sizeof f->hashed)
        refuse("%s: the name is too long", f->name);
}

/* ---- stylesheets ---- */

struct text {
    char *s;
    size_t n, room;
};

static void text_add(struct text *t, const char *s, size_t n)
{
    if (t->n + n > t->room) {
        t->room = (t->n + n) * 2;
        t->s = realloc(t->s, t->room);
        if (!t->s) refuse("out of memory");
    }
    memcpy(t->s + t->n, s, n);
    t->n += n;
}

static const struct file *file_named(const struct file *files, size_t n, const char *name,
                                     size_t name_n)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(files[i].name) == name_n && !memcmp(files[i].name, name, name_n))
            return &files[i];
    return NULL;
}

/* Replaces what stands between the parentheses of every url(…). */
static void css_rewrite(struct file *css, const struct file *files, size_t n)
{
    struct text out = { 0 };
    const char *at = css->bytes, *found;
    if (strstr(css->bytes, "@import")) refuse("%s: @import is not followed", css->name);
    while ((found = strstr(at, "url("))) {
        const char *name = found + 4;
        const bool quoted = *name == '"' || *name == '\'';
        const char *end = quoted ? strchr(name + 1, *name) : name;
        if (end) end = strchr(end, ')');
        if (!end) refuse("%s: url( without end", css->name);
        text_add(&out, at, (size_t)(name - at));
        at = end;
        if (quoted) name++, end--;
        const size_t name_n = (size_t)(end - name);
        if (!strncmp(name, "data:", 5) || *name == '#') {
            text_add(&out, found + 4, (size_t)(at - found - 4));
            continue;
        }
        if (name_n > 2 && !strncmp(name, "./", 2)) name += 2;
        const struct file *to = file_named(files, n, name, (size_t)(end - name));
        if (!to || to == css || !to->hashed[0])
            refuse("%s: url(%.*s) is not an embedded file", css->name, (int)name_n, name);
        text_add(&out, to->hashed, strlen(to->hashed));
    }
    text_add(&out, at, strlen(at) + 1);
    free(css->bytes);
    css->bytes = out.s;
    css->n = out.n - 1;
}

/* ---- scripts ---- */

/* Where a remark behind code begins, with the blanks before it; `end` when there is none. Not inside a text: before
 * it each quote has its other half. */
static const char *js_remark(const char *line, const char *end)
{
    size_t quotes[128] = { 0 };
    for (const char *c = line; c + 3 < end; c++) {
        if (strchr("'\"`", *c)) quotes[(unsigned char)*c]++;
        if (strncmp(c, " // ", 4)) continue;
        if (quotes['\''] % 2 || quotes['"'] % 2 || quotes['`'] % 2) continue;
        while (c > line && c[-1] == ' ') c--;
        return c;
    }
    return end;
}

/* Without remarks, empty lines and the blanks before a line: phones fetch these. A text over several lines would lose what it
 * says, so that is refused. */
static void js_strip(struct file *js)
{
    struct text out = { 0 };
    for (const char *line = js->bytes; *line;) {
        const char *end = strchr(line, '\n');
        const char *next = end ? end + 1 : line + strlen(line);
        size_t ticks = 0;
        line += strspn(line, " \t");
        const char *code = js_remark(line, next);
        for (const char *c = line; c < code; c++) ticks += *c == '`';
        if (strncmp(line, "//", 2) && *line != '\n') {
            if (ticks % 2) refuse("%s: a text between ` goes on in the next line", js->name);
            text_add(&out, line, (size_t)(code - line));
            if (code < next) text_add(&out, "\n", 1);
        }
        line = next;
    }
    text_add(&out, "", 1);
    free(js->bytes);
    js->bytes = out.s;
    js->n = out.n - 1;
}

/* "sheet.photo.js" belongs to "sheet.js". */
static bool is_part(const struct file *f)
{
    return !strcmp(f->kind->extension, ".js") && strcmp(strchr(f->name, '.'), ".js") != 0;
}

static void parts_join(struct file *files, size_t *n)
{
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++) {
        if (!is_part(&files[i])) continue;
        char name[PATH_ROOM];
        const int stem = (int)strcspn(files[i].name, ".");
        snprintf(name, sizeof name, "%.*s.js", stem, files[i].name);
        struct file *whole = NULL;
        for (size_t k = 0; k < *n; k++)
            if (!strcmp(files[k].name, name)) whole = &files[k];
        if (!whole) refuse("%s: there is no %s", files[i].name, name);
        struct text both = { 0 };
        text_add(&both, whole->bytes, whole->n);
        text_add(&both, files[i].bytes, files[i].n + 1);
        free(whole->bytes);
        free(files[i].bytes);
        whole->bytes = both.s;
        whole->n = both.n - 1;
    }
    for (size_t i = 0; i < *n; i++)
        if (!is_part(&files[i])) files[kept++] = files[i];
    *n = kept;
}

/* ---- compressed forms ---- */

static void write_file(const char *path, const char *bytes, size_t n)
{
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(bytes, 1, n, out) != n || fclose(out) != 0)
        refuse("%s cannot be written", path);
}

/* Runs a command whose standard output becomes `to`; gives how many bytes that is. */
static size_t run_into(const char *to, char *const *command)
{
    const int fd = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0) refuse("%s cannot be written", to);
    const pid_t child = fork();
    if (child == 0) {
        dup2(fd, 1);
        execvp(command[0], command);
        _exit(127);
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        refuse("%s did not run; is it installed?", command[0]);
    const off_t n = lseek(fd, 0, SEEK_END);
    close(fd);
    return (size_t)n;
}

static void forms_write(struct file *f, const char *dir)
{
    char plain[PATH_ROOM * 2], to[PATH_ROOM * 2 + 4];
    char gzip[] = "gzip", best[] = "-9", no_name[] = "-n", out[] = "-c";
    char brotli[] = "brotli", quality[] = "-q", eleven[] = "11";
    snprintf(plain, sizeof plain, "%s/assets/%s", dir, f->hashed);
    write_file(plain, f->bytes, f->n);
    if (f->kind->packed) return;
    snprintf(to, sizeof to, "%s.gz", plain);
    f->gzip_n = run_into(to, (char *[]){ gzip, best, no_name, out, plain, NULL });
    snprintf(to, sizeof to, "%s.br", plain);
    f->brotli_n = run_into(to, (char *[]){ brotli, quality, eleven, out, plain, NULL });
    if (f->gzip_n >= f->n) f->gzip_n = 0;
    if (f->brotli_n >= f->n) f->brotli_n = 0;
}

/* ---- the table ---- */

static void include_write(FILE *out, size_t i, const char *form, const char *dir,
                          const struct file *f, const char *ending)
{
    fprintf(out,
            "__asm__(\".section .rodata\\n.balign 16\\n.globl asset_%zu_%s\\n\"\n"
            "        \".hidden asset_%zu_%s\\nasset_%zu_%s:\\n\"\n"
            "        \".incbin \\\"%s/assets/%s%s\\\"\\n.byte 0\\n.previous\\n\");\n"
            "extern const char asset_%zu_%s[];\n",
            i, form, i, form, i, form, dir, f->hashed, ending, i, form);
}

static void form_write(FILE *out, size_t i, const char *form, size_t n)
{
    if (n)
        fprintf(out, " { asset_%zu_%s, %zu },", i, form, n);
    else
        fputs(" { \"\", 0 },", out);
}

static void table_write(const struct file *files, size_t n, const char *dir)
{
    char path[PATH_ROOM * 2];
    snprintf(path, sizeof path, "%s/assets.c", dir);
    FILE *out = fopen(path, "w");
    if (!out) refuse("%s cannot be written", path);
    fputs("/* Made by tools/embed. */\n#include \"web/web.h\"\n\n", out);
    for (size_t i = 0; i < n; i++) {
        if (files[i].n) include_write(out, i, "plain", dir, &files[i], "");
        if (files[i].gzip_n) include_write(out, i, "gzip", dir, &files[i], ".gz");
        if (files[i].brotli_n) include_write(out, i, "brotli", dir, &files[i], ".br");
    }
    fputs("\nconst struct asset web_assets[] = {\n", out);
    for (size_t i = 0; i < n; i++) {
        const struct file *f = &files[i];
        fprintf(out, "    { \"%s\", \"/assets/%s\", %s,\n     ", f->name, f->hashed,
                f->kind->content);
        form_write(out, i, "plain", f->n);
        form_write(out, i, "gzip", f->gzip_n);
        form_write(out, i, "brotli", f->brotli_n);
        fprintf(out, " \"W/\\\"%s\\\"\" },\n", f->hash);
    }
    fprintf(out, "    { 0 },\n};\nconst size_t web_assets_n = %zu;\n", n);
    if (fclose(out) != 0) refuse("%s cannot be written", path);
}

int main(int argc, char **argv)
{
    static struct file files[FILES];
    size_t n = 0;
    if (argc < 3 || strcmp(argv[1], "--out") != 0) refuse("embed --out DIR FILE …");
    for (int i = 3; i < argc; i++) {
        const char *slash = strrchr(argv[i], '/');
        if (n == FILES) refuse("more than %d files", FILES);
        struct file *f = &files[n];
        f->source = argv[i];
        f->name = slash ? slash + 1 : argv[i];
        if (file_named(files, n, f->name, strlen(f->name)))
            refuse("%s is there twice", f->name);
        f->kind = kind_of(f->name);
        file_read(f);
        if (!strcmp(f->kind->extension, ".js")) js_strip(f);
        n++;
    }
    parts_join(files, &n);
    for (size_t i = 0; i < n; i++) /* what stylesheets point to, before the stylesheets */
        if (strcmp(files[i].kind->extension, ".css") != 0) file_name(&files[i]);
    for (size_t i = 0; i < n; i++)
        if (!files[i].hashed[0]) {
            css_rewrite(&files[i], files, n);
            file_name(&files[i]);
        }
    for (size_t i = 0; i < n; i++) forms_write(&files[i], argv[2]);
    table_write(files, n, argv[2]);
    return 0;
}
