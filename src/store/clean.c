/* clean.c — what was erased does not stay behind in a corner of a page.
 *
 * secure_delete overwrites what is deleted. But when SQLite moves a row to another page it leaves the
 * old bytes in the room between the row pointers and the rows, where they mean nothing and outlive
 * the row itself. So that room is filled with zeroes whenever a page goes into the data file. In the
 * log it may still stand, until that is emptied (writer.c, wipe).
 *
 * It is done where SQLite hands a page to the system: a copy of SQLite's own file system, of which
 * only writing to the data file is another. File format: https://sqlite.org/fileformat2.html. */
#include "store/inside.h"

#include <string.h>

enum { FILE_HEADER = 100, PAGE_LEAST = 512, PAGE_MOST = 65536 };

/* SQLite's own, filled once before any file is opened (clean_register). */
static sqlite3_vfs plain, clean;
static sqlite3_io_methods plain_file, clean_file;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static size_t two(const unsigned char *at)
{
    return (size_t)at[0] << 8 | at[1];
}

/* The room of a page of a tree: from the end of the row pointers to the first row. Empty for any other
 * page, and for one that looks odd: then nothing is touched. */
static size_t room_of(const unsigned char *page, size_t n, size_t header, size_t *from)
{
    const unsigned char kind = page[header];
    const bool inner = kind == 2 || kind == 5, leaf = kind == 10 || kind == 13;
    if (!inner && !leaf) return 0;
    *from = header + (inner ? 12 : 8) + 2 * two(page + header + 3);
    size_t to = two(page + header + 5);
    if (to == 0) to = PAGE_MOST;
    return to <= n && *from < to ? to - *from : 0;
}

static int write_clean(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
    unsigned char copy[PAGE_MOST];
    const size_t size = (size_t)n;
    size_t from = 0;
    if (n < PAGE_LEAST || n > PAGE_MOST || (n & (n - 1)) || at % n)
        return plain_file.xWrite(file, bytes, n, at);
    const size_t room = room_of(bytes, size, at == 0 ? FILE_HEADER : 0, &from);
    if (!room) return plain_file.xWrite(file, bytes, n, at);
    memcpy(copy, bytes, size);
    memset(copy + from, 0, room);
    return plain_file.xWrite(file, copy, n, at);
}

static int open_clean(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                      int *got)
{
    (void)vfs;
    const int rc = plain.xOpen(&plain, name, file, flags, got);
    if (rc != SQLITE_OK || !file->pMethods || !(flags & SQLITE_OPEN_MAIN_DB)) return rc;
    pthread_mutex_lock(&lock);
    if (!clean_file.xWrite) {
        plain_file = *file->pMethods;
        clean_file = plain_file;
        clean_file.xWrite = write_clean;
    }
    const bool same = file->pMethods->xWrite == plain_file.xWrite &&
                      file->pMethods->xLock == plain_file.xLock;
    pthread_mutex_unlock(&lock);
    if (same) file->pMethods = &clean_file; /* SQLite knows one kind of file on one system */
    return rc;
}

void clean_register(void)
{
    sqlite3_vfs *own = sqlite3_vfs_find(NULL);
    if (!own) return;
    plain = *own;
    clean = *own;
    clean.zName = "clean";
    clean.pNext = NULL;
    clean.xOpen = open_clean;
    sqlite3_vfs_register(&clean, 0);
}
