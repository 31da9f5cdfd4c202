/* SPDX-License-Identifier: MIT */
#include "agent.h"

#include "../../kit/section.h"

/* FNV-1a over words of eight bytes: what suite.c of the runner computes of the same file. */
struct digest {
	uint64_t value;
	union {
		unsigned char bytes[8];
		uint64_t word;
	} pending;
	unsigned count; /* of the pending bytes */
};

static void add_word(struct digest *digest, uint64_t word)
{
	digest->value = (digest->value ^ word) * 1099511628211u;
	digest->value ^= digest->value >> 32;
}

static void add_bytes(struct digest *digest, const unsigned char *bytes, DWORD size)
{
	for (DWORD i = 0; i < size; i++) {
		digest->pending.bytes[digest->count++] = bytes[i];
		if (digest->count == sizeof digest->pending) {
			add_word(digest, digest->pending.word);
			digest->pending.word = 0;
			digest->count = 0;
		}
	}
}

static bool is_named(const IMAGE_SECTION_HEADER *header)
{
	static const char name[IMAGE_SIZEOF_SHORT_NAME + 1] = HEAPKIT_SECTION_NAME;

	for (int i = 0; i < IMAGE_SIZEOF_SHORT_NAME; i++)
		if ((char)header->Name[i] != name[i])
			return false;
	return true;
}

/* Where the record of the kit lies in the file that begins with these bytes; 0: nowhere. */
static DWORD find_record(const unsigned char *bytes, DWORD size)
{
	const IMAGE_DOS_HEADER *dos = (const void *)bytes;
	const IMAGE_FILE_HEADER *file;
	DWORD at;

	if (size < sizeof *dos || dos->e_magic != IMAGE_DOS_SIGNATURE || dos->e_lfanew < 0)
		return 0;
	at = (DWORD)dos->e_lfanew;
	if (at > size || size - at < 4 + sizeof *file || bytes[at] != 'P' || bytes[at + 1] != 'E')
		return 0;
	file = (const void *)(bytes + at + 4);
	at += 4 + sizeof *file + file->SizeOfOptionalHeader;
	for (WORD i = 0; i < file->NumberOfSections; i++, at += sizeof(IMAGE_SECTION_HEADER)) {
		const IMAGE_SECTION_HEADER *header = (const void *)(bytes + at);

		if (at > size || size - at < sizeof *header)
			return 0;
		if (is_named(header))
			return header->PointerToRawData;
	}
	return 0;
}

/* The first bytes of the file stay in `first`. False where it cannot be read to its end. */
static bool read_all(HANDLE file, unsigned char *first, DWORD room, DWORD *first_size,
		     struct digest *digest)
{
	static unsigned char more[1 << 16];
	const DWORD size = GetFileSize(file, NULL);
	DWORD total = 0, got;

	digest->value = 14695981039346656037u;
	add_word(digest, size);
	for (;;) {
		unsigned char *bytes = total ? more : first;

		if (!ReadFile(file, bytes, total ? sizeof more : room, &got, NULL))
			return false;
		if (!total)
			*first_size = got;
		if (!got)
			break;
		add_bytes(digest, bytes, got);
		total += got;
	}
	add_word(digest, digest->pending.word);
	return total == size;
}

enum program_kind program_read(const WCHAR *path, struct program *program)
{
	static unsigned char first[1 << 14];
	static struct heapkit_section record;
	const HANDLE file =
	    CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	struct digest digest = {0};
	DWORD size = 0, place = 0, got = 0;
	bool read;

	if (file == INVALID_HANDLE_VALUE)
		return PROGRAM_UNREADABLE;
	read = read_all(file, first, sizeof first, &size, &digest);
	record.magic[0] = 0;
	if (read)
		place = find_record(first, size);
	if (place && SetFilePointer(file, (LONG)place, NULL, FILE_BEGIN) == place)
		read = ReadFile(file, &record, sizeof record, &got, NULL);
	CloseHandle(file);
	if (!read)
		return PROGRAM_UNREADABLE;
	for (unsigned i = 0; i < sizeof record.magic; i++)
		if (got < sizeof record || record.magic[i] != HEAPKIT_SECTION_MAGIC[i])
			return PROGRAM_OF_OTHERS;
	program->digest = digest.value;
	program->limit = record.time_limit;
	return PROGRAM_OF_THE_KIT;
}
