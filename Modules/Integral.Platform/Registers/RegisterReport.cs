using Integral.Platform.Localization;

namespace Integral.Platform.Registers;

/// <summary>What became of a register.</summary>
public sealed class RegisterReport
{
    /// <summary>Governing bodies made.</summary>
    public int Bodies { get; internal set; }

    /// <summary>Institutions made, those switched off among them.</summary>
    public int Made { get; internal set; }

    /// <summary>Made and switched off at once, for the register says that they don't work for the time being.</summary>
    public int Off { get; internal set; }
    public int Known { get; internal set; }

    /// <summary>Rows of which nothing was made though they are good: what they are about is closed.</summary>
    public List<RegisterRemark> Closed { get; } = [];

    /// <summary>Good rows with something strange: known ones of which the register says something else than the catalogue, those that govern themselves.</summary>
    public List<RegisterRemark> Noted { get; } = [];
    public List<RegisterRemark> Refused { get; } = [];

    /// <summary>In the order of the file.</summary>
    public IEnumerable<RegisterRemark> Remarks => Refused.Concat(Closed).Concat(Noted).OrderBy(r => r.Line);

    public Sentence Summary => T.Say("Institutions made: {0}, of them switched off: {1}. Governing bodies made: {2}. Known already: {3}. Closed, left out: {4}. Refused: {5}.",
        Made, Off, Bodies, Known, Closed.Count, Refused.Count);
}

/// <summary>What is to be said of a row.</summary>
public sealed record RegisterRemark(int Line, string Name, Sentence Why)
{
    public Sentence Said => T.Say("Line {0}, {1}: {2}", Line, Name, Why);
}
