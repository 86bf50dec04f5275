package io.gauntlet.stress;

import io.gauntlet.evidence.Checker;
import io.gauntlet.noise.NoiseSettings;
import io.gauntlet.stress.contract.ContractTrial;
import io.gauntlet.stress.contract.DifferentialTrial;
import io.gauntlet.stress.fault.FaultTrial;
import io.gauntlet.stress.jcstress.JcstressTrial;
import io.gauntlet.stress.lincheck.LincheckTrial;
import io.gauntlet.stress.smoke.SmokeTrial;
import io.gauntlet.stress.soak.HistoryTrial;
import io.gauntlet.stress.soak.SoakTrial;
import io.gauntlet.stress.trial.TrialProgram;

/** Which program is which checker. */
public final class Programs {

    private Programs() {}

    /** Returns how to start a checker. */
    public static TrialProgram of(Checker checker) {
        return switch (checker) {
            case CONTRACT -> ContractTrial.program();
            case DIFFERENTIAL -> DifferentialTrial.program();
            case SMOKE -> SmokeTrial.program();
            case SOAK_PLATFORM, SOAK_VIRTUAL -> SoakTrial.program();
            case HISTORY_PLATFORM, HISTORY_VIRTUAL -> HistoryTrial.program(NoiseSettings.read(System.getProperties()));
            case FAULTS -> FaultTrial.program();
            case LINCHECK_HAZARDS, LINCHECK_RANDOM, LINCHECK_STRESS -> LincheckTrial.program(checker);
            case JCSTRESS -> JcstressTrial.program();
        };
    }
}
