using Integral.Platform.Localization;

namespace Integral.Platform.Backup;

/// <summary>What can be wrong with a file that is said to be a backup.</summary>
internal static class BackupTrouble
{
    public static readonly Sentence NotABackup = T.Say("This file isn't a backup of an institution.");
    public static readonly Sentence CutOff = T.Say("The backup is cut off: its end is missing. Copy it again from where it was made.");

    public static Sentence Damaged(string where) => T.Say("The backup is damaged at '{0}': it isn't what was written. Nothing was restored.", where);
    public static Sentence Foreign(string name) => T.Say("The backup holds '{0}', which doesn't belong in one. Nothing was restored.", name);
}
