package io.stepwright.openai.request;

import io.stepwright.spi.MediaContent;
import io.stepwright.spi.Part;
import java.util.List;
import java.util.Locale;

/** Writes the content of a message to the model. */
final class PartsWriter {

  private PartsWriter() {}

  /** Writes a string if all parts are texts, which every server takes, else an array of parts. */
  static void write(JsonOut out, List<Part> parts) {
    if (textEnd(parts, 0) == parts.size()) {
      out.string(text(parts, 0, parts.size()));
      return;
    }
    out.beginArray();
    for (int i = 0; i < parts.size(); ) {
      int end = textEnd(parts, i);
      if (end > i) {
        out.beginObject().name("type").string("text").name("text").string(text(parts, i, end));
        out.endObject();
        i = end;
      } else {
        medium(out, parts.get(i));
        i++;
      }
    }
    out.endArray();
  }

  /** Returns the end of the texts that begin at an index. */
  private static int textEnd(List<Part> parts, int start) {
    int end = start;
    while (end < parts.size() && parts.get(end) instanceof Part.Text) {
      end++;
    }
    return end;
  }

  private static String text(List<Part> parts, int start, int end) {
    if (end - start == 1) {
      return parts.get(start).display();
    }
    StringBuilder joined = new StringBuilder();
    parts.subList(start, end).forEach(part -> joined.append(part.display()));
    return joined.toString();
  }

  private static void medium(JsonOut out, Part part) {
    out.beginObject().name("type");
    if (part instanceof Part.Image image) {
      out.string("image_url").name("image_url").beginObject().name("url").dataUrl(image.content());
    } else if (part instanceof Part.Pdf pdf) {
      String name = pdf.content().name();
      out.string("file").name("file").beginObject();
      out.name("filename").string(name == null || name.isBlank() ? "document.pdf" : name);
      out.name("file_data").dataUrl(pdf.content());
    } else if (part instanceof Part.Audio audio) {
      out.string("input_audio").name("input_audio").beginObject();
      out.name("data").base64String(audio.content());
      out.name("format").string(format(audio.content()));
    }
    out.endObject().endObject();
  }

  /** Returns the API's name of the format of a recording: {@code wav} or {@code mp3}. */
  private static String format(MediaContent audio) {
    String type = audio.mediaType().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "wav";
      case "audio/mpeg", "audio/mp3" -> "mp3";
      // Not in OpenAI's API, but some servers take more formats.
      default -> type.substring(type.indexOf('/') + 1);
    };
  }
}
