/* Faults between the program and its files, for Linux: LD_PRELOAD puts these calls before libc's.
 *
 * Only files below FAULT_FOLDER are touched. What is done to them is appended to FAULT_LOG in the
 * order in which it was done, together with every line of stdout that begins with "ack":
 * tests/torture/log.rs reads it. The rest of the environment says which call goes wrong, and how:
 *
 *   FAULT_AT     the call that goes wrong, counted from 1
 *   FAULT_KINDS  which calls count: any of "owtsrulckmd", see the table of kinds; all but reads unless given
 *   FAULT_WITH   eio, enospc; short: half is written, then no room; kill: the process dies before
 *                the call; tear: after half of the write
 *   FAULT_EVER   every call from then on goes wrong
 *   FAULT_LIE    syncing a file whose name ends so does nothing
 *   FAULT_ROOM   bytes by which the files may grow, in sum, before the disk is full
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind {
  OPEN = 'o', WRITE = 'w', TRUNCATE = 't', SYNC = 's', RENAME = 'r', UNLINK = 'u', LINK = 'l',
  CLOSE = 'c', MKDIR = 'k', READ = 'd',
};

struct watched {
  uint64_t id; /* the file's inode; 0: not watched */
  int is_folder;
  char path[PATH_MAX];
};

struct record {
  uint32_t kind, first, second, unused;
  uint64_t id, offset;
};

#define DESCRIPTORS 1024
static struct watched watched[DESCRIPTORS];
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *with = "", *kinds = "owtsrulck", *lie;
static size_t folder_length;
static int log_fd = -1, ever, full_from_now;
static long at, counted;
static int64_t room = -1;

static const char *setting(const char *name) { return getenv(name); }

__attribute__((constructor)) static void begin(void) {
  folder = setting("FAULT_FOLDER");
  if (!folder) return;
  folder_length = strlen(folder);
  const char *path = setting("FAULT_LOG");
  if (path) log_fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (setting("FAULT_AT")) at = atol(setting("FAULT_AT"));
  if (setting("FAULT_KINDS")) kinds = setting("FAULT_KINDS");
  if (setting("FAULT_WITH")) with = setting("FAULT_WITH");
  if (setting("FAULT_ROOM")) room = atoll(setting("FAULT_ROOM"));
  ever = setting("FAULT_EVER") != NULL;
  lie = setting("FAULT_LIE");
}

static void note(int kind, uint64_t id, uint64_t offset, const void *first, size_t first_length,
                 const void *second, size_t second_length) {
  if (log_fd < 0) return;
  struct record head = {kind, first_length, second_length, 0, id, offset};
  struct iovec parts[3] = {
      {&head, sizeof head}, {(void *)first, first_length}, {(void *)second, second_length}};
  syscall(SYS_writev, log_fd, parts, 3);
}

static void note_paths(int kind, uint64_t id, const char *first, const char *second) {
  note(kind, id, 0, first, strlen(first), second, second ? strlen(second) : 0);
}

/* How many calls there were, for whoever wants each of them to go wrong once. */
__attribute__((destructor)) static void end(void) { note('#', 0, counted, NULL, 0, NULL, 0); }

static int below(const char *path) {
  return folder && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static struct watched *of(int fd) {
  return fd >= 0 && fd < DESCRIPTORS && watched[fd].id ? &watched[fd] : NULL;
}

enum fate { WELL, FAIL, HALF };

/* Counts a call and says what becomes of it. */
static enum fate fate(enum kind kind) {
  if (full_from_now && kind == WRITE) {
    full_from_now = ever;
    errno = ENOSPC;
    return FAIL;
  }
  if (!strchr(kinds, kind)) return WELL;
  counted++;
  if (!at || !(counted == at || (ever && counted > at))) return WELL;
  if (!strcmp(with, "kill")) syscall(SYS_kill, getpid(), SIGKILL);
  if (!strcmp(with, "tear")) {
    if (kind == WRITE) return HALF;
    syscall(SYS_kill, getpid(), SIGKILL);
  }
  if (!strcmp(with, "short")) return kind == WRITE ? HALF : WELL;
  errno = !strcmp(with, "enospc") ? ENOSPC : EIO;
  return FAIL;
}

/* Files made, by their latest known name. Some callers rename by the system call itself, past libc:
 * that is noticed here, before their folder is synced. */
#define MADE 256
static struct watched made[MADE];
static int made_so_far;

static void remember(const char *path, uint64_t id) {
  struct watched *one = &made[made_so_far++ % MADE];
  one->id = id;
  strncpy(one->path, path, PATH_MAX - 1);
}

static void notice_renames(const char *in) {
  for (int at = 0; at < MADE && at < made_so_far; at++) {
    struct stat found;
    if (!made[at].id || (stat(made[at].path, &found) == 0 && found.st_ino == made[at].id)) continue;
    DIR *names = opendir(in);
    struct dirent *entry;
    while (names && (entry = readdir(names))) {
      char path[PATH_MAX];
      if (entry->d_ino != made[at].id) continue;
      if (snprintf(path, sizeof path, "%s/%s", in, entry->d_name) >= (int)sizeof path) continue;
      note_paths('R', made[at].id, made[at].path, path);
      strcpy(made[at].path, path);
    }
    if (names) closedir(names);
  }
}

static int64_t size_of(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 ? found.st_size : 0;
}

/* How much of a write still has room. */
static size_t fitting(int fd, int64_t offset, size_t length) {
  if (room < 0) return length;
  int64_t growth = offset + (int64_t)length - size_of(fd);
  if (growth <= 0) return length;
  int64_t fits = growth <= room ? (int64_t)length : (int64_t)length - (growth - room);
  return fits > 0 ? fits : 0;
}

static ssize_t put(int fd, const void *data, size_t length, int64_t offset, int positioned) {
  struct watched *file = of(fd);
  pthread_mutex_lock(&one_at_a_time);
  enum fate becomes = fate(WRITE);
  ssize_t done = -1;
  if (becomes == FAIL) goto out;
  if (!positioned) {
    int flags = syscall(SYS_fcntl, fd, F_GETFL);
    offset = flags & O_APPEND ? size_of(fd) : syscall(SYS_lseek, fd, 0, SEEK_CUR);
  }
  if (becomes == HALF) length = length / 2 ? length / 2 : 1;
  int64_t before = size_of(fd);
  length = fitting(fd, offset, length);
  if (!length) {
    errno = ENOSPC;
    goto out;
  }
  done = positioned ? syscall(SYS_pwrite64, fd, data, length, offset)
                    : syscall(SYS_write, fd, data, length);
  if (done > 0) {
    note('W', file->id, offset, data, done, NULL, 0);
    if (room >= 0 && offset + done > before) room -= offset + done - before;
  }
  if (becomes == HALF) {
    if (!strcmp(with, "tear")) syscall(SYS_kill, getpid(), SIGKILL);
    full_from_now = 1;
  }
out:
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

static int open_at(int dir, const char *path, int flags, mode_t mode) {
  if (!below(path)) return syscall(SYS_openat, dir, path, flags, mode);
  pthread_mutex_lock(&one_at_a_time);
  int fd = -1;
  if (fate(OPEN) == FAIL) goto out;
  int existed = syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
  int64_t before = 0;
  struct stat found;
  if (existed && stat(path, &found) == 0) before = found.st_size;
  fd = syscall(SYS_openat, dir, path, flags, mode);
  if (fd < 0 || fd >= DESCRIPTORS || fstat(fd, &found) != 0) goto out;
  watched[fd].id = found.st_ino;
  watched[fd].is_folder = S_ISDIR(found.st_mode);
  strncpy(watched[fd].path, path, PATH_MAX - 1);
  if (watched[fd].is_folder) goto out;
  if (!existed) {
    note_paths('C', found.st_ino, path, NULL);
    remember(path, found.st_ino);
  } else note_paths('O', found.st_ino, path, NULL);
  if (existed && (flags & O_TRUNC)) {
    note('T', found.st_ino, 0, NULL, 0, NULL, 0);
    if (room >= 0) room += before;
  }
out:
  pthread_mutex_unlock(&one_at_a_time);
  return fd;
}

#define OPEN_CALL(name, ...)                         \
  int name(__VA_ARGS__ const char *path, int flags, ...) { \
    mode_t mode = 0;                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {             \
      va_list rest;                                  \
      va_start(rest, flags);                         \
      mode = va_arg(rest, mode_t);                   \
      va_end(rest);                                  \
    }

#undef open
#undef open64
#undef openat
#undef openat64
OPEN_CALL(open) return open_at(AT_FDCWD, path, flags, mode); }
OPEN_CALL(open64) return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
OPEN_CALL(openat, int dir,) return open_at(dir, path, flags, mode); }
OPEN_CALL(openat64, int dir,) return open_at(dir, path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) {
  return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

ssize_t write(int fd, const void *data, size_t length) {
  if (of(fd)) return put(fd, data, length, 0, 0);
  pthread_mutex_lock(&one_at_a_time);
  ssize_t done = syscall(SYS_write, fd, data, length);
  if (fd == 1 && done >= 3 && !memcmp(data, "ack", 3)) note('A', 0, 0, data, done, NULL, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
  if (of(fd)) return put(fd, data, length, offset, 1);
  return syscall(SYS_pwrite64, fd, data, length, offset);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return pwrite64(fd, data, length, offset);
}

/* A writer of several pieces has to be content with the first. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!of(fd)) return syscall(SYS_writev, fd, parts, count);
  for (int part = 0; part < count; part++)
    if (parts[part].iov_len) return put(fd, parts[part].iov_base, parts[part].iov_len, 0, 0);
  return 0;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  if (!of(fd)) return syscall(SYS_pwritev, fd, parts, count, (long)offset, 0L);
  for (int part = 0; part < count; part++)
    if (parts[part].iov_len) return put(fd, parts[part].iov_base, parts[part].iov_len, offset, 1);
  return 0;
}

#define READ_CALL(fd, call)                                   \
  if (!of(fd)) return call;                                   \
  pthread_mutex_lock(&one_at_a_time);                         \
  ssize_t done = fate(READ) == FAIL ? -1 : (ssize_t)call;     \
  pthread_mutex_unlock(&one_at_a_time);                       \
  return done

ssize_t read(int fd, void *data, size_t length) { READ_CALL(fd, syscall(SYS_read, fd, data, length)); }
ssize_t pread64(int fd, void *data, size_t length, off_t offset) {
  READ_CALL(fd, syscall(SYS_pread64, fd, data, length, offset));
}
ssize_t pread(int fd, void *data, size_t length, off_t offset) {
  return pread64(fd, data, length, offset);
}

int ftruncate64(int fd, off_t length) {
  struct watched *file = of(fd);
  if (!file) return syscall(SYS_ftruncate, fd, length);
  pthread_mutex_lock(&one_at_a_time);
  int64_t before = size_of(fd);
  int done = fate(TRUNCATE) == FAIL ? -1 : (int)syscall(SYS_ftruncate, fd, length);
  if (done == 0) {
    note('T', file->id, length, NULL, 0, NULL, 0);
    if (room >= 0 && length < before) room += before - length;
  }
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int ends_in(const char *path, const char *ending) {
  size_t whole = strlen(path), part = strlen(ending);
  return whole >= part && !strcmp(path + whole - part, ending);
}

static int sync_by(long call, int fd) {
  struct watched *file = of(fd);
  if (!file) return syscall(call, fd);
  pthread_mutex_lock(&one_at_a_time);
  int done = 0;
  if (file->is_folder) notice_renames(file->path);
  if (lie && ends_in(file->path, lie)) goto out;
  done = fate(SYNC) == FAIL ? -1 : (int)syscall(call, fd);
  if (done == 0) note_paths(file->is_folder ? 'D' : 'S', file->id, file->path, NULL);
out:
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int fsync(int fd) { return sync_by(SYS_fsync, fd); }
int fdatasync(int fd) { return sync_by(SYS_fdatasync, fd); }

int close(int fd) {
  struct watched *file = of(fd);
  if (!file) return syscall(SYS_close, fd);
  pthread_mutex_lock(&one_at_a_time);
  enum fate becomes = fate(CLOSE);
  int reason = errno, done = syscall(SYS_close, fd);
  file->id = 0;
  if (becomes == FAIL) {
    errno = reason;
    done = -1;
  }
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

static int rename_by(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) {
  if (!below(from) && !below(to)) return syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
  pthread_mutex_lock(&one_at_a_time);
  struct stat found = {0};
  stat(from, &found);
  int done = fate(RENAME) == FAIL ? -1 : (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
  if (done == 0) {
    note_paths('R', found.st_ino, from, to);
    for (int one = 0; one < MADE; one++)
      if (made[one].id == found.st_ino) strncpy(made[one].path, to, PATH_MAX - 1);
  }
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int rename(const char *from, const char *to) { return rename_by(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_dir, const char *from, int to_dir, const char *to) {
  return rename_by(from_dir, from, to_dir, to, 0);
}
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) {
  return rename_by(from_dir, from, to_dir, to, flags);
}

int unlinkat(int dir, const char *path, int flags) {
  if (!below(path)) return syscall(SYS_unlinkat, dir, path, flags);
  pthread_mutex_lock(&one_at_a_time);
  struct stat found = {0};
  stat(path, &found);
  int done = fate(UNLINK) == FAIL ? -1 : (int)syscall(SYS_unlinkat, dir, path, flags);
  if (done == 0) {
    note_paths('U', found.st_ino, path, NULL);
    for (int one = 0; one < MADE; one++)
      if (made[one].id == found.st_ino && found.st_nlink == 1) made[one].id = 0;
    if (room >= 0 && found.st_nlink == 1) room += found.st_size;
  }
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }

int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags) {
  if (!below(to)) return syscall(SYS_linkat, from_dir, from, to_dir, to, flags);
  pthread_mutex_lock(&one_at_a_time);
  struct stat found = {0};
  stat(from, &found);
  int done = fate(LINK) == FAIL ? -1 : (int)syscall(SYS_linkat, from_dir, from, to_dir, to, flags);
  if (done == 0) note_paths('L', found.st_ino, from, to);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int mkdirat(int dir, const char *path, mode_t mode) {
  if (!below(path)) return syscall(SYS_mkdirat, dir, path, mode);
  pthread_mutex_lock(&one_at_a_time);
  int done = fate(MKDIR) == FAIL ? -1 : (int)syscall(SYS_mkdirat, dir, path, mode);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* Copies inside the kernel would go past the log; callers fall back to reading and writing. */
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length,
                        unsigned flags) {
  if (!of(from) && !of(to))
    return syscall(SYS_copy_file_range, from, from_at, to, to_at, length, flags);
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
  if (!of(from) && !of(to)) return syscall(SYS_sendfile, to, from, offset, length);
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) {
  return sendfile64(to, from, offset, length);
}
int fallocate(int fd, int mode, off_t offset, off_t length) {
  if (!of(fd)) return syscall(SYS_fallocate, fd, mode, offset, length);
  errno = EOPNOTSUPP;
  return -1;
}
int fallocate64(int fd, int mode, off_t offset, off_t length) { return fallocate(fd, mode, offset, length); }
int posix_fallocate(int fd, off_t offset, off_t length) {
  return of(fd) ? EOPNOTSUPP : (syscall(SYS_fallocate, fd, 0, offset, length) ? errno : 0);
}
int posix_fallocate64(int fd, off_t offset, off_t length) { return posix_fallocate(fd, offset, length); }
