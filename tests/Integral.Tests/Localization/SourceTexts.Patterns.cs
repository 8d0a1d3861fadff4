using System.Text.RegularExpressions;

namespace Integral.Tests.Localization;

internal static partial class SourceTexts
{
    [GeneratedRegex(@"\b(?:T|[tT]exts)\[")]
    private static partial Regex Indexer();

    [GeneratedRegex(@"\b(?:T|[tT]exts)\.Say\(")]
    private static partial Regex Say();

    [GeneratedRegex(@"\b(?:T|[tT]exts)\.Plural\(")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\bRule\.Require\(")]
    private static partial Regex Require();

    [GeneratedRegex(@"\bnew RuleException\(")]
    private static partial Regex Broken();

    [GeneratedRegex(@"\bnew Permission\(")]
    private static partial Regex PermissionCall();

    [GeneratedRegex(@"\bnew MenuItem\(")]
    private static partial Regex MenuItemCall();

    [GeneratedRegex(@"\bnew Feature\(")]
    private static partial Regex FeatureCall();

    // A menu item's heading: its default, or Group = "..." in an initialiser after the item's arguments.
    [GeneratedRegex(@"(?:\bstring Group \{[^}]*\} = |(?<=\bnew(?: MenuItem)?\([^{};]*\)\s*\{[^{};]*?\b)Group = )")]
    private static partial Regex MenuGroup();

    [GeneratedRegex(@"[[,]\s*Display\(")]
    private static partial Regex Display();

    // What MVC translates of [Display].
    [GeneratedRegex(@"\A(?:Name|Description|Prompt)\s*=\s*")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bIReadOnlyList<(?<type>Permission|MenuItem|Feature)>\s+\w+\s*(?:\{[^}]*\}\s*=(?!>)|=>?)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bnew\(")]
    private static partial Regex TargetTyped();

    // A module's name is also the name of its only feature.
    [GeneratedRegex(@"\boverride string (?<word>Name|Description)\s*=>")]
    private static partial Regex ModuleWord();

    [GeneratedRegex(@"\(\w+, ""(?<title>[^""]+)""\)")]
    private static partial Regex Role();

    [GeneratedRegex(@"[/\\](?:bin|obj|node_modules|Migrations)[/\\]")]
    private static partial Regex Built();
}
