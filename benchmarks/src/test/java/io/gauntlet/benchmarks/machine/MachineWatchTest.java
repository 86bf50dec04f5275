package io.gauntlet.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.evidence.Sitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineWatchTest {

    @TempDir
    private Path root;

    @Test
    void sitting_onAMachineThatTellsAll_saysAll() throws IOException {
        write("proc/stat", "cpu  100 10 50 800 20 5 5 10 7 7\ncpu0 1 2 3 4 5 6 7 8 0 0\nintr 1\n");
        write("proc/loadavg", "0.50 0.40 0.30 1/100 42\n");
        write("proc/self/cgroup", "0::/group\n");
        write("sys/fs/cgroup/group/cpu.max", "150000 100000\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        MachineWatch watch = new MachineWatch(root);
        write("proc/stat", "cpu  200 10 50 1650 20 5 5 60 107 7\n");
        write("proc/loadavg", "2.50 0.40 0.30 1/100 42\n");

        Sitting sitting = watch.sitting(3, "G1", List.of("-Xmx1g"));

        // 1 000 ticks have passed, 50 of them for others; guest time is part of user time and not counted again.
        assertThat(sitting.stealPercent()).isCloseTo(5, within(1e-9));
        assertThat(sitting.loadBefore()).isEqualTo(0.5);
        assertThat(sitting.loadAfter()).isEqualTo(2.5);
        assertThat(sitting.cgroupCores()).isEqualTo(1.5);
        assertThat(sitting.governor()).isEqualTo("performance");
        assertThat(sitting.forks()).isEqualTo(3);
        assertThat(sitting.startedAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void sitting_onAMachineThatTellsNothing_isSilent() {
        Sitting sitting = new MachineWatch(root).sitting(0, "G1", List.of());

        assertThat(sitting.stealPercent()).isNull();
        assertThat(sitting.loadBefore()).isNull();
        assertThat(sitting.loadAfter()).isNull();
        assertThat(sitting.cgroupCores()).isNull();
        assertThat(sitting.governor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpu", "cpu 1 2 3 4 5 6 7", "cpu 1 2 3 four 5 6 7 8", "\u0000\u00ff"})
    void sitting_ofFilesInAnotherFormat_isSilent(String text) throws IOException {
        write("proc/stat", text);
        write("proc/loadavg", text);
        write("proc/self/cgroup", text);

        Sitting sitting = new MachineWatch(root).sitting(0, "G1", List.of());

        assertThat(sitting.stealPercent()).isNull();
        assertThat(sitting.loadAfter()).isNull();
        assertThat(sitting.cgroupCores()).isNull();
    }

    @Test
    void sitting_inWhichNoTickPassed_knowsNoSteal() throws IOException {
        write("proc/stat", "cpu  100 10 50 800 20 5 5 10 0 0\n");

        assertThat(new MachineWatch(root).sitting(0, "G1", List.of()).stealPercent())
                .isNull();
    }

    @Test
    void quota_ofAGroupAroundThisOne_counts() throws IOException {
        write("proc/self/cgroup", "0::/outer/inner\n");
        write("sys/fs/cgroup/outer/inner/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/outer/cpu.max", "50000 100000\n");

        assertThat(quota()).isEqualTo(0.5);
    }

    @Test
    void quota_ofVersion1_isRead() throws IOException {
        write("proc/self/cgroup", "5:memory:/a\n4:cpu,cpuacct:/docker/of-the-host\n0::/\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "400000\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(quota()).isEqualTo(4);
    }

    @Test
    void quota_ofVersion1ThatAllowsAll_isAbsent() throws IOException {
        write("proc/self/cgroup", "4:cpu:/\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(quota()).isNull();
    }

    private @Nullable Double quota() {
        return new MachineWatch(root).sitting(0, "G1", List.of()).cgroupCores();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
