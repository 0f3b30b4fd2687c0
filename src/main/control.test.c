/* control.test.c — what somebody who may open the socket can, and cannot, do to the server. */
#include "base/test.h"
#include "main/control.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

struct place {
    char dir[64], folder[80], file[128];
    struct store *store;
    struct control *control;
};

static int place_start(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    snprintf(p->dir, sizeof p->dir, "/tmp/dialoog-control-XXXXXX");
    assert_non_null(mkdtemp(p->dir));
    snprintf(p->folder, sizeof p->folder, "%s/folder", p->dir);
    assert_int_equal(mkdir(p->folder, 0700), 0);
    assert_int_equal(store_open_memory(&p->store), OK);
    assert_int_equal(control_start(&p->control, p->store, p->dir, NULL), OK);
    alarm(60); /* waiting for ever is what this is about */
    *state = p;
    return 0;
}

static int place_end(void **state)
{
    struct place *p = *state;
    alarm(0);
    control_stop(p->control);
    store_close(p->store);
    char *rm = NULL;
    assert_true(asprintf(&rm, "rm -rf %s", p->dir) > 0);
    assert_int_equal(system(rm), 0);
    free(rm);
    free(p);
    return 0;
}

static int ask(const struct place *p, int argc, const char **words)
{
    int code = -1;
    assert_true(control_ask(p->dir, argc, (char **)(uintptr_t)words, LANG_EN, &code));
    return code;
}

static void a_server_starts_no_server(void **state)
{
    const struct place *p = *state;
    const char *serve[] = { "dialoog", "serve", "--data", p->dir, "--listen", "127.0.0.1:0" };
    assert_int_equal(ask(p, COUNT_OF(serve), serve), EXIT_USAGE);
    const char *backup[] = { "dialoog", "backup", "there.db", "--data", p->dir };
    assert_int_equal(ask(p, COUNT_OF(backup), backup), EXIT_USAGE);
}

/* More faults than the socket holds, and nobody who reads them. */
static void who_does_not_read_holds_nobody_up(void **state)
{
    struct place *p = *state;
    snprintf(p->file, sizeof p->file, "%s/voices.csv", p->folder);
    FILE *f = fopen(p->file, "w");
    assert_non_null(f);
    fprintf(f, "dialogue,voice,theme,gathering,round,table,neighbourhood,kind,day,language,"
               "visibility,account,reason,text\n");
    for (int i = 0; i < 200; i++) fprintf(f, "x,x,x,,,,,x,,x,x,x,,x\n");
    assert_int_equal(fclose(f), 0);

    struct sockaddr_un at = { .sun_family = AF_UNIX };
    snprintf(at.sun_path, sizeof at.sun_path, "%s/dialoog.sock", p->dir);
    const int mute = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(mute, (struct sockaddr *)&at, sizeof at), 0);
    char question[512];
    const int n =
        snprintf(question, sizeof question, "%s%cnl%cdialoog%cload%cfolder%c--data%cx", p->dir,
                 0, 0, 0, 0, 0, 0) +
        1;
    const uint32_t length = (uint32_t)n;
    assert_int_equal(send(mute, &length, 4, 0), 4);
    assert_int_equal(send(mute, question, length, 0), n);

    const char *publish[] = { "dialoog", "publish", "--data", p->dir };
    assert_int_equal(ask(p, COUNT_OF(publish), publish), EXIT_FAULTS);

    close(mute);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_server_starts_no_server, place_start, place_end),
        cmocka_unit_test_setup_teardown(who_does_not_read_holds_nobody_up, place_start,
                                        place_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
