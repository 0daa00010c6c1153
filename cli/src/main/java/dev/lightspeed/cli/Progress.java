package dev.lightspeed.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A bar on standard error that tells how far a run is, when that is a terminal and the run takes
 * over a second. It leaves no trace on the screen, not even when the run is interrupted.
 */
abstract class Progress implements AutoCloseable {

  private Progress() {}

  /** The progress of {@code events} events to come. */
  static Progress of(long events, Output output) {
    return output.environment().errTerminal() ? new Shown(events, output.err()) : new Hidden();
  }

  /** Says what is being worked on. */
  abstract void describe(String task);

  /** Counts {@code events} more; called by any thread. */
  abstract void add(long events);

  /** Takes the bar away. */
  @Override
  public abstract void close();

  /** What a pipeline gets: nothing. */
  private static final class Hidden extends Progress {

    @Override
    void describe(String task) {}

    @Override
    void add(long events) {}

    @Override
    public void close() {}
  }

  private static final class Shown extends Progress {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int REDRAW_MS = 100;

    private final long total;
    private final Line line;
    private final long startNs = System.nanoTime();
    private final Thread cleaner;
    private String task = "";
    private long done;
    private @Nullable ProgressBar bar;

    Shown(long total, PrintWriter err) {
      this.total = total;
      line = new Line(err);
      cleaner = new Thread(line::close);
      Runtime.getRuntime().addShutdownHook(cleaner);
    }

    @Override
    synchronized void describe(String name) {
      task = name;
      if (bar != null) {
        bar.setExtraMessage(" " + task);
      }
    }

    @Override
    synchronized void add(long events) {
      done += events;
      if (bar == null && System.nanoTime() - startNs >= PATIENCE_NS) {
        bar =
            new ProgressBarBuilder()
                .setTaskName("counting")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .setConsumer(line)
                .clearDisplayOnFinish()
                .build();
        bar.setExtraMessage(" " + task);
      }
      if (bar != null) {
        bar.stepTo(done);
      }
    }

    @Override
    public synchronized void close() {
      if (bar != null) {
        bar.close();
      }
      line.close();
      try {
        Runtime.getRuntime().removeShutdownHook(cleaner);
      } catch (IllegalStateException e) {
        // The JVM is going down: the hook clears the line.
      }
    }
  }

  /** The last line of the terminal, drawn over and over until it is closed, then blank. */
  private static final class Line implements ProgressBarConsumer {

    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private boolean drawn;
    private boolean closed;

    Line(PrintWriter err) {
      this.err = err;
    }

    @Override
    public int getMaxRenderedLength() {
      return WIDTH;
    }

    @Override
    public synchronized void accept(String rendered) {
      if (!closed) {
        err.print(CLEAR + rendered);
        err.flush();
        drawn = true;
      }
    }

    @Override
    public synchronized void clear() {
      if (drawn) {
        err.print(CLEAR);
        err.flush();
        drawn = false;
      }
    }

    @Override
    public synchronized void close() {
      clear();
      closed = true;
    }
  }
}
