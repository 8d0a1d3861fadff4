using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Deadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindOn",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "workflow_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_letters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_wakes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_wakes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_wakes_workflow_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "workflow_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_letters_AccountId_Day",
                table: "workflow_letters",
                columns: new[] { "AccountId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workflow_letters_At",
                table: "workflow_letters",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_wakes_At",
                table: "workflow_wakes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_wakes_CaseId",
                table: "workflow_wakes",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_letters");

            migrationBuilder.DropTable(
                name: "workflow_wakes");

            migrationBuilder.DropColumn(
                name: "RemindOn",
                table: "workflow_tasks");
        }
    }
}
