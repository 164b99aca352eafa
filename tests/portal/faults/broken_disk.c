/* A disk that breaks: preloaded into the program by a test. While the file that BROKEN_DISK names is
 * there, files whose path holds ".db" fail as its first letter says:
 *   s  syncs fail: EIO
 *   f  writes fail: ENOSPC
 *   r  writes fail, and so does opening for writing: EROFS
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = dlsym(RTLD_NEXT, #name)

static int open_really(const char *path, int flags, mode_t mode) {
    REAL(int, open, const char *, int, ...);
    return real(path, flags, mode);
}

static char how(void) {
    const char *file = getenv("BROKEN_DISK");
    char letter = 0;
    int fd = file ? open_really(file, O_RDONLY | O_CLOEXEC, 0) : -1;
    if (fd < 0) return 0;
    if (read(fd, &letter, 1) != 1) letter = 0;
    close(fd);
    return letter;
}

static int is_ours(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, ".db") != NULL;
}

/* The error that a write gets now, or 0. */
static int write_error(int fd) {
    char letter = how();
    if ((letter != 'f' && letter != 'r') || !is_ours(fd)) return 0;
    return letter == 'f' ? ENOSPC : EROFS;
}

static int sync_fails(int fd) {
    if (how() != 's' || !is_ours(fd)) return 0;
    errno = EIO;
    return 1;
}

int fsync(int fd) {
    REAL(int, fsync, int);
    return sync_fails(fd) ? -1 : real(fd);
}

int fdatasync(int fd) {
    REAL(int, fdatasync, int);
    return sync_fails(fd) ? -1 : real(fd);
}

ssize_t write(int fd, const void *from, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t);
    int error = write_error(fd);
    if (error) { errno = error; return -1; }
    return real(fd, from, count);
}

ssize_t pwrite(int fd, const void *from, size_t count, off_t at) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    int error = write_error(fd);
    if (error) { errno = error; return -1; }
    return real(fd, from, count, at);
}

ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    int error = write_error(fd);
    if (error) { errno = error; return -1; }
    return real(fd, from, count, at);
}

int ftruncate(int fd, off_t length) {
    REAL(int, ftruncate, int, off_t);
    int error = write_error(fd);
    if (error) { errno = error; return -1; }
    return real(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    REAL(int, ftruncate64, int, off64_t);
    int error = write_error(fd);
    if (error) { errno = error; return -1; }
    return real(fd, length);
}

static int may_not_open(const char *path, int flags) {
    if ((flags & (O_WRONLY | O_RDWR)) == 0 || !strstr(path, ".db") || how() != 'r') return 0;
    errno = EROFS;
    return 1;
}

static mode_t mode_of(int flags, va_list rest) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return may_not_open(path, flags) ? -1 : open_really(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = mode_of(flags, rest);
    va_end(rest);
    return may_not_open(path, flags) ? -1 : real(path, flags, mode);
}
