package io.stepwright.runtime;

import io.stepwright.spi.MediaContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file formats of media, which their first bytes tell apart. */
enum MediaKind {
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "GIF8"),
  WEBP("image/webp", "RIFF", "WEBP"),
  PDF("application/pdf", "%PDF-"),
  WAV("audio/wav", "RIFF", "WAVE"),
  FLAC("audio/flac", "fLaC"),
  OGG("audio/ogg", "OggS"),
  MP3("audio/mpeg", "ID3");

  /** The maximum number of bytes of a medium. */
  static final int MOST_BYTES = 20 * 1024 * 1024;

  static final Set<MediaKind> IMAGES = Set.of(PNG, JPEG, GIF, WEBP);
  static final Set<MediaKind> PDFS = Set.of(PDF);
  static final Set<MediaKind> AUDIOS = Set.of(WAV, MP3, FLAC, OGG);

  private static final int AFTER_RIFF = 8;

  private final String mediaType;
  private final byte[] start;
  private final byte[] afterSize;

  MediaKind(String mediaType, String start) {
    this(mediaType, start, "");
  }

  MediaKind(String mediaType, String start, String afterSize) {
    this.mediaType = mediaType;
    this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    this.afterSize = afterSize.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns bytes as a medium of one of some kinds.
   *
   * @param source the origin of the bytes, for messages
   * @throws MediaException if they are too many or of another kind
   */
  static MediaContent content(byte[] bytes, Set<MediaKind> wanted, String source) {
    if (bytes.length > MOST_BYTES) {
      throw tooLarge(source);
    }
    MediaKind kind = of(bytes);
    if (kind == null || !wanted.contains(kind)) {
      throw new MediaException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes and begins like %s, but %s is needed.",
              source,
              bytes.length,
              kind == null ? "no known medium" : kind,
              names(wanted)),
          null);
    }
    return new MediaContent(kind.mediaType, bytes, null);
  }

  static MediaException tooLarge(String source) {
    return new MediaException(
        String.format(
            Locale.ROOT, "%s is larger than %d MiB, the limit.", source, MOST_BYTES >> 20),
        null);
  }

  private static String names(Set<MediaKind> kinds) {
    List<String> names = kinds.stream().sorted().map(MediaKind::name).toList();
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.subList(0, last).stream().collect(Collectors.joining(", "))
            + " or "
            + names.get(last);
  }

  /** Returns the kind of some bytes, or null if they are of no known kind. */
  private static @Nullable MediaKind of(byte[] bytes) {
    for (MediaKind kind : values()) {
      if (startsWith(bytes, 0, kind.start) && startsWith(bytes, AFTER_RIFF, kind.afterSize)) {
        return kind;
      }
    }
    return isMp3Frame(bytes) ? MP3 : null;
  }

  private static boolean startsWith(byte[] bytes, int from, byte[] start) {
    return start.length == 0
        || (bytes.length >= from + start.length
            && Arrays.equals(bytes, from, from + start.length, start, 0, start.length));
  }

  /** Returns whether bytes begin with the header of an MP3 frame, without a tag before it. */
  private static boolean isMp3Frame(byte[] bytes) {
    if (bytes.length < 4 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xe0) != 0xe0) {
      return false;
    }
    boolean version = (bytes[1] & 0x18) != 0x08;
    boolean layer3 = (bytes[1] & 0x06) == 0x02;
    boolean bitRate = (bytes[2] & 0xf0) != 0xf0 && (bytes[2] & 0xf0) != 0;
    boolean sampleRate = (bytes[2] & 0x0c) != 0x0c;
    return version && layer3 && bitRate && sampleRate;
  }
}
