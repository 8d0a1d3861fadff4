namespace Integral.Platform.Backup;

/// <summary>How a backup came to be. Older ones don't say it: those were made by hand, or before a removal.</summary>
public enum BackupMade { ByHand, BySchedule, BeforeRemoval }
