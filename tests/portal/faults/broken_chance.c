/* A machine without randomness: preloaded into the program by a test. While the file that BROKEN_CHANCE names is
 * there, getrandom fails; but for the 16 bytes that Rust's own maps begin with.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

ssize_t getrandom(void *bytes, size_t count, unsigned flags) {
    static ssize_t (*real)(void *, size_t, unsigned);
    if (!real) real = dlsym(RTLD_NEXT, "getrandom");
    const char *file = getenv("BROKEN_CHANCE");
    if (count != 16 && file && access(file, F_OK) == 0) {
        errno = EIO;
        return -1;
    }
    return real(bytes, count, flags);
}
