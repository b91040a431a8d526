package io.stepwright.openai.client;

import io.stepwright.openai.reply.Call;
import io.stepwright.openai.reply.ChatReply;
import io.stepwright.openai.reply.ChatReplyReader;
import io.stepwright.openai.reply.Choice;
import io.stepwright.openai.reply.FinishWord;
import io.stepwright.openai.reply.Message;
import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.UnreadableBodyException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import io.stepwright.spi.ToolCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Interprets answers with a successful status. Immutable. */
final class ChatReplies {

  private final Secrets secrets;

  /**
   * Makes the interpreter for one server.
   *
   * @param secrets the secrets that are masked in names that the server chooses
   */
  ChatReplies(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads an answer.
   *
   * @param status the status of the response
   * @param body the decoded body, which is not closed
   * @param asked the model that was asked, for servers that do not tell which one answered
   * @throws NoCompletionException if the body is not a chat completion
   * @throws NoMessageException if it holds no message
   * @throws ErrorAnswerException if it holds an error
   * @throws TransportException if it breaks off or is damaged, cannot be read in time, or a
   *     resource is lacking
   */
  ModelReply of(int status, Headers headers, InputStream body, String asked) {
    return of(status, headers, read(body), asked);
  }

  /**
   * Interprets an answer that is read.
   *
   * @throws NoMessageException if it holds no message
   * @throws ErrorAnswerException if it holds an error
   */
  ModelReply of(int status, Headers headers, ChatReply reply, String asked) {
    Choice choice = reply.choice();
    ServerError error = error(reply);
    if (error != null) {
      throw new ErrorAnswerException(
          status, headers, error, reply.inputTokens(), reply.outputTokens());
    }
    Message message = choice == null ? null : choice.message();
    FinishWord finish = choice == null ? FinishWord.NONE : choice.finish();
    ModelReply answer = message(reply, message, finish, asked);
    if (answer == null) {
      throw new NoMessageException(reply.inputTokens(), reply.outputTokens());
    }
    String id = reply.id();
    return answer.named(id == null ? null : secrets.masked(id)).with(RateLimits.of(headers));
  }

  private static ChatReply read(InputStream body) {
    try {
      return ChatReplyReader.read(body);
    } catch (UnreadableBodyException e) {
      throw new NoCompletionException(e);
    } catch (IOException e) {
      throw TransportException.of(e);
    }
  }

  private static @Nullable ServerError error(ChatReply reply) {
    Choice choice = reply.choice();
    if (reply.error() != null || choice == null) {
      return reply.error();
    }
    boolean failed = choice.finish().meaning() == FinishWord.Meaning.FAILED;
    return choice.error() == null && failed ? ServerError.UNKNOWN : choice.error();
  }

  /** Returns the answer, or null if a required text is missing. */
  private @Nullable ModelReply message(
      ChatReply reply, @Nullable Message message, FinishWord finish, String asked) {
    String refusal = message == null ? null : message.refusal();
    if (refusal != null) {
      return reply(reply, refusal, asked, Finish.REFUSAL);
    }
    String text = message == null ? null : message.content();
    // Cut before the first word: by a filter, or because the model thought for too long.
    String start = text == null ? "" : text;
    return switch (finish.meaning()) {
      case LENGTH -> reply(reply, start, asked, Finish.LENGTH);
      case CONTENT_FILTER -> reply(reply, start, asked, Finish.CONTENT_FILTER);
      case REFUSAL -> reply(reply, start, asked, Finish.REFUSAL);
      case COMPLETE -> text == null ? null : reply(reply, text, asked, Finish.COMPLETE);
      case OTHER ->
          text == null
              ? null
              : reply(reply, text, asked, Finish.OTHER).stoppedBy(secrets.masked(finish.word()));
      case TOOLS ->
          message == null || message.calls().isEmpty()
              ? null
              : reply(reply, start, asked, Finish.TOOL_CALLS).calling(calls(message));
      case FAILED -> null;
    };
  }

  private static List<ToolCall> calls(Message message) {
    List<ToolCall> calls = new ArrayList<>(message.calls().size());
    for (Call call : message.calls()) {
      calls.add(new ToolCall(call.id(), call.name(), call.arguments()));
    }
    return calls;
  }

  private ModelReply reply(ChatReply reply, String text, String asked, Finish finish) {
    String named = reply.model();
    // The requested model is no secret, even if the key is a word such as its name.
    String model = named == null || named.equals(asked) ? asked : secrets.masked(named);
    return new ModelReply(text, model, finish, reply.inputTokens(), reply.outputTokens());
  }
}
