using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Programs.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProgrammeVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DraftOfId",
                table: "programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SentBy",
                table: "programmes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentById",
                table: "programmes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ProgrammeVersion",
                table: "programme_recruitments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "programme_competencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CompetencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_competencies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_programme_competencies_competencies_CompetencyId",
                        column: x => x.CompetencyId,
                        principalTable: "competencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_programme_competencies_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_programme_versions_programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_programmes_DraftOfId",
                table: "programmes",
                column: "DraftOfId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_competencies_CompetencyId",
                table: "programme_competencies",
                column: "CompetencyId");

            migrationBuilder.CreateIndex(
                name: "IX_programme_competencies_ProgrammeId_CompetencyId",
                table: "programme_competencies",
                columns: new[] { "ProgrammeId", "CompetencyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_versions_ProgrammeId_Number",
                table: "programme_versions",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_programmes_programmes_DraftOfId",
                table: "programmes",
                column: "DraftOfId",
                principalTable: "programmes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_programmes_programmes_DraftOfId",
                table: "programmes");

            migrationBuilder.DropTable(
                name: "programme_competencies");

            migrationBuilder.DropTable(
                name: "programme_versions");

            migrationBuilder.DropIndex(
                name: "IX_programmes_DraftOfId",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "DraftOfId",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "SentBy",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "SentById",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "ProgrammeVersion",
                table: "programme_recruitments");
        }
    }
}
