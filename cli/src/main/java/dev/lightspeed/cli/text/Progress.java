package dev.lightspeed.cli.text;

import dev.lightspeed.harness.run.RunListener;
import java.io.PrintWriter;
import java.util.List;
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
public final class Progress implements RunListener {

  private final Output output;
  private final boolean warns;
  private volatile @Nullable Bar bar;

  /** The progress that is shown where {@code output} goes. */
  public Progress(Output output) {
    this(output, true);
  }

  private Progress(Output output, boolean warns) {
    this.output = output;
    this.warns = warns;
  }

  /** The same, which does not warn of what is not counted. */
  public static Progress withoutWarnings(Output output) {
    return new Progress(output, false);
  }

  @Override
  public void started(long events) {
    if (output.environment().errTerminal()) {
      bar = new Bar(events, output.err());
    }
  }

  @Override
  public void working(String task) {
    Bar shown = bar;
    if (shown != null) {
      shown.describe(task);
    }
  }

  @Override
  public void counted(long events) {
    Bar shown = bar;
    if (shown != null) {
      shown.add(events);
    }
  }

  @Override
  public void ended() {
    Bar shown = bar;
    if (shown != null) {
      shown.close();
      bar = null;
    }
  }

  @Override
  public void uncounted(List<String> uncounted) {
    if (warns) {
      output.warnOfUncounted(uncounted);
    }
  }

  private static final class Bar {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int REDRAW_MS = 100;

    private final long total;
    private final StatusLine line;
    private final long startNs = System.nanoTime();
    private final Thread cleaner;
    private String task = "";
    private long done;
    private @Nullable ProgressBar bar;

    Bar(long total, PrintWriter err) {
      this.total = total;
      line = new StatusLine(err);
      cleaner = new Thread(line::close);
      Runtime.getRuntime().addShutdownHook(cleaner);
    }

    synchronized void describe(String name) {
      task = name;
      if (bar != null) {
        bar.setExtraMessage(" " + task);
      }
    }

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

    synchronized void close() {
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
  private static final class StatusLine implements ProgressBarConsumer {

    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private boolean drawn;
    private boolean closed;

    StatusLine(PrintWriter err) {
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
