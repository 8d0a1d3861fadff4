namespace Integral.Ui.Brand;

/// <summary>
/// What is drawn in an institution's colours, made from the two it chose so that every text on it keeps 4.5:1 (WCAG AA), whatever they are:
/// the colour itself fills banners and buttons, and what must be read is darkened or lightened until it can be.
/// </summary>
internal sealed record Palette
{
    public const double Readable = 4.5;

    // The grounds and the inks of _tokens.scss: a test keeps them the same.
    internal static readonly Colour[] LightGrounds = [Colour.White, Colour.Of("#f5f7f6"), Colour.Of("#e9eeec")];
    internal static readonly Colour[] DarkGrounds = [Colour.Of("#1a2326"), Colour.Of("#11181a"), Colour.Of("#263236")];
    internal static readonly Colour[] LightInks = [Colour.Of("#586662"), Colour.Of("#146638"), Colour.Of("#7a4a00"), Colour.Of("#a51d28"), Colour.Of("#17558a")];
    internal static readonly Colour[] DarkInks = [Colour.Of("#a0afb0"), Colour.Of("#83d6a3"), Colour.Of("#f0c274"), Colour.Of("#ff9d98"), Colour.Of("#93c6f3")];
    private static readonly Colour Ink = Colour.Of("#14211f");

    public Palette(Colour main, Colour? accent)
    {
        (Main, Accent) = (main, accent);
        OnMain = TextOn(main);
        Hover = main.With(OnMain == Colour.White ? Colour.Black : Colour.White, .14);
        SoftLight = Soft(LightGrounds[0], .09, LightInks);
        SoftDark = Soft(DarkGrounds[0], .24, DarkInks);
        OnLight = Legible(Colour.Black, [.. LightGrounds, SoftLight]);
        OnDark = Legible(Colour.White, [.. DarkGrounds, SoftDark]);
        OnAccent = accent is { } other ? TextOn(other) : null;
    }

    public Colour Main { get; }
    public Colour? Accent { get; }
    public Colour OnMain { get; }
    public Colour? OnAccent { get; }

    /// <summary>A button under the pointer: away from its text, so that it is read even better.</summary>
    public Colour Hover { get; }

    /// <summary>Links and marks on light and on dark pages.</summary>
    public Colour OnLight { get; }
    public Colour OnDark { get; }

    /// <summary>The ground of what is chosen or pointed at.</summary>
    public Colour SoftLight { get; }
    public Colour SoftDark { get; }

    /// <summary>What was changed of the chosen colours so that everybody can read, in words.</summary>
    public IEnumerable<Sentence> Adjusted()
    {
        if (OnMain != Colour.White) yield return T.Say("Text on the main colour is dark: white couldn't be read on it.");
        if (OnLight != Main) yield return T.Say("On light pages links are drawn in {0}: {1} itself would be too pale to read.", $"{OnLight}", $"{Main}");
        if (OnDark != Main) yield return T.Say("On dark pages links are drawn in {0}: {1} itself would be too dark to read.", $"{OnDark}", $"{Main}");
    }

    private static Colour TextOn(Colour ground) =>
        new[] { Colour.White, Ink }.Where(text => text.ContrastTo(ground) >= Readable).DefaultIfEmpty(Colour.Black).First();

    private Colour Soft(Colour ground, double most, Colour[] texts) =>
        Steps(most).Select(less => ground.With(Main, most - less)).First(soft => texts.All(text => text.ContrastTo(soft) >= Readable));

    private Colour Legible(Colour towards, Colour[] grounds) =>
        Steps(1).Select(share => Main.With(towards, share)).First(text => grounds.All(ground => text.ContrastTo(ground) >= Readable));

    private static IEnumerable<double> Steps(double end) => Enumerable.Range(0, 51).Select(n => n / 50.0 * end);
}
